import type { VariableDeclaration } from 'acorn'
import type { Edit } from './edit.ts'
import type { VarDeclaration } from './var-declarations.ts'

/**
 * Makes a declaration an assignment: `const { a } = b, c = 1` becomes `void ({ a } = b, c = 1);`. What binds
 * is also what can be assigned to. `void` can't continue the line above, and its value is none.
 */
export function declarationEdits(
  source: string,
  { declaration, head }: VarDeclaration,
): readonly Edit[] {
  const first = declaration.declarations[0]
  const last = declaration.declarations.at(-1)
  if (!first || !last) return []
  if (head === 'for-in') return [{ start: declaration.start, end: first.start, text: '' }]
  const ended = head === 'for' || source[declaration.end - 1] === ';'
  return [
    { start: declaration.start, end: first.start, text: 'void (' },
    ...uninitialized(declaration),
    { start: last.end, end: last.end, text: ended ? ')' : ');' },
  ]
}

/** `let x` sets it to undefined, `var x` leaves it as it is. */
function uninitialized({ kind, declarations }: VariableDeclaration): Edit[] {
  return declarations
    .filter(({ init }) => !init)
    .map(({ id }) =>
      kind === 'var'
        ? { start: id.start, end: id.end, text: 'void 0' }
        : { start: id.end, end: id.end, text: ' = void 0' },
    )
}
