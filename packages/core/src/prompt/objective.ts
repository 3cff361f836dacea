import { dedent } from '../internal/dedent.ts'
import { lineBreak } from '../internal/line-break.ts'
import type { Signature } from '../signature/signature.ts'
import { protocol } from './protocol.ts'

/** The last part of the system message: the instructions, each line indented. */
export function objective(signature: Signature): string {
  const lines = dedent(signature.instructions).split(lineBreak)
  if (lines.at(-1) === '') lines.pop()
  return [protocol.objective, ...lines.map((line) => protocol.objectiveIndent + line)].join('\n')
}
