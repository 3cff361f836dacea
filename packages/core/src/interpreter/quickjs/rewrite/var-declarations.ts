import type { Program, Statement, VariableDeclaration } from 'acorn'

/** A declaration with `var`, and whether it stands in the head of a loop. */
export interface VarDeclaration {
  readonly declaration: VariableDeclaration
  readonly head: 'none' | 'for' | 'for-in'
}

/** Every `var` inside a statement, which belongs to the whole program however deep it stands. */
export function varDeclarations(statement: Program['body'][number]): VarDeclaration[] {
  switch (statement.type) {
    case 'VariableDeclaration':
      return statement.kind === 'var' ? [{ declaration: statement, head: 'none' }] : []
    case 'BlockStatement':
      return statement.body.flatMap(varDeclarations)
    case 'IfStatement':
      return [statement.consequent, ...present(statement.alternate)].flatMap(varDeclarations)
    case 'ForStatement':
      return [...inHead(statement.init, 'for'), ...varDeclarations(statement.body)]
    case 'ForInStatement':
    case 'ForOfStatement':
      return [...inHead(statement.left, 'for-in'), ...varDeclarations(statement.body)]
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'LabeledStatement':
    case 'WithStatement':
      return varDeclarations(statement.body)
    case 'SwitchStatement':
      return statement.cases.flatMap((branch) => branch.consequent.flatMap(varDeclarations))
    case 'TryStatement':
      return [
        statement.block,
        ...present(statement.handler?.body),
        ...present(statement.finalizer),
      ].flatMap(varDeclarations)
    default:
      return []
  }
}

function inHead(
  head: { type: string } | VariableDeclaration | null | undefined,
  kind: 'for' | 'for-in',
): VarDeclaration[] {
  if (!isDeclaration(head) || head.kind !== 'var') return []
  return [{ declaration: head, head: kind }]
}

function isDeclaration(
  node: { type: string } | VariableDeclaration | null | undefined,
): node is VariableDeclaration {
  return node?.type === 'VariableDeclaration'
}

function present(statement: Statement | null | undefined): Statement[] {
  return statement ? [statement] : []
}
