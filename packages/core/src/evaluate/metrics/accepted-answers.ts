import { InputError } from '../../errors/input-error.ts'

/** The answers that an example accepts: a list's items, or one value. Throws `InputError` without any. */
export function acceptedAnswers(gold: object, name: string): readonly unknown[] {
  const value: unknown = Reflect.get(gold, name)
  const answers: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (value !== undefined && answers.length > 0) return answers
  throw new InputError(
    `The example has no answer in \`${name}\`; give it one, or name another field with \`goldField\`.`,
    { missing: [name] },
  )
}
