import type { Program } from 'acorn'
import type { Edit } from './edit.ts'

type Statement = Program['body'][number]

/** Returns the value of the last expression, also of each branch if the code ends in one. */
export function resultEdits(source: string, statements: readonly Statement[]): readonly Edit[] {
  const last = statements.findLast(
    ({ type }) => type !== 'EmptyStatement' && type !== 'FunctionDeclaration',
  )
  if (!last) return []
  switch (last.type) {
    case 'ExpressionStatement': {
      const ended = source[last.end - 1] === ';'
      const end = ended ? last.end - 1 : last.end
      return [
        { start: last.start, end: last.start, text: 'return (' },
        { start: end, end, text: ended ? ')' : ');' },
      ]
    }
    case 'BlockStatement':
      return resultEdits(source, last.body)
    case 'IfStatement':
      return [last.consequent, last.alternate].flatMap((branch) =>
        branch ? resultEdits(source, [branch]) : [],
      )
    case 'TryStatement':
      return [last.block, last.handler?.body].flatMap((block) =>
        block ? resultEdits(source, block.body) : [],
      )
    default:
      return []
  }
}
