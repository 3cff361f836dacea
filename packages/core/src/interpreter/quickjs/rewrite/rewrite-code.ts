import { type FunctionDeclaration, type Program, parse } from 'acorn'
import { declarationEdits } from './declaration-edits.ts'
import { applyEdits, type Edit } from './edit.ts'
import { patternNames } from './pattern-names.ts'
import { resultEdits } from './result-edits.ts'
import { varDeclarations } from './var-declarations.ts'

/** Code made ready: what it declares becomes properties of the global object, so that it stays. */
export interface RewrittenCode {
  /** What it declares, to be there (undefined) before it runs. */
  readonly names: readonly string[]
  /** A script that assigns the functions, which exist before the first line. */
  readonly functions: string
  /** The body of an async function that returns the value of the last expression. */
  readonly body: string
}

type Statement = Program['body'][number]

/** Rewrites declarations at top level; lines stay where they are. Throws acorn's `SyntaxError`. */
export function rewriteCode(source: string): RewrittenCode {
  const program = parse(source, {
    ecmaVersion: 'latest',
    sourceType: 'script',
    locations: true,
    allowAwaitOutsideFunction: true,
    allowReturnOutsideFunction: true,
    allowHashBang: false,
  })
  const functions = program.body.filter((node) => node.type === 'FunctionDeclaration')
  const edits = [
    ...functions.map(({ start, end }) => ({ start, end, text: `;${blank(source, start, end)}` })),
    ...program.body.flatMap((statement) => statementEdits(source, statement)),
    ...resultEdits(source, program.body),
  ]
  return {
    names: [...new Set(program.body.flatMap(declaredNames))],
    functions: functionScript(source, functions),
    body: applyEdits(source, edits),
  }
}

function statementEdits(source: string, statement: Statement): readonly Edit[] {
  if (statement.type === 'ClassDeclaration') {
    const { start, end, id } = statement
    return [
      { start, end: start, text: `${id.name} = ` },
      { start: end, end, text: ';' },
    ]
  }
  if (statement.type === 'VariableDeclaration' && statement.kind !== 'var') {
    return declarationEdits(source, { declaration: statement, head: 'none' })
  }
  return varDeclarations(statement).flatMap((found) => declarationEdits(source, found))
}

function declaredNames(statement: Statement): string[] {
  if (statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration') {
    return [statement.id.name]
  }
  const declarations =
    statement.type === 'VariableDeclaration'
      ? [statement]
      : varDeclarations(statement).map(({ declaration }) => declaration)
  return declarations.flatMap(({ declarations: bindings }) =>
    bindings.flatMap(({ id }) => patternNames(id)),
  )
}

/** The functions alone, each at its own line and without a name of its own: it is called by the global one. */
function functionScript(source: string, functions: readonly FunctionDeclaration[]): string {
  let script = ''
  let position = 0
  for (const { id, start, end } of functions) {
    script += blank(source, position, start)
    script += `${id.name}=${source.slice(start, id.start)}${source.slice(id.end, end)};`
    position = end
  }
  return script
}

function blank(source: string, start: number, end: number): string {
  return source.slice(start, end).replace(/[^\n\r\u2028\u2029]/g, ' ')
}
