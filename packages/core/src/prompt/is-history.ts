import type { Field } from '../signature/field.ts'

/** Whether a field holds the conversation so far, which is told in turns of its own. */
export function isHistory({ type }: Field): boolean {
  return type.kind === 'special' && type.name === 'History'
}
