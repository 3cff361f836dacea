import { InputError } from '../../errors/input-error.ts'

/** An answer as text; undefined for none. Throws `InputError` for a list or an object. */
export function answerText(value: unknown, name: string): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'object') {
    throw new InputError(`\`${name}\` holds no text; compare it with \`exactMatch\`.`, {})
  }
  return String(value)
}
