import { InputError } from '../../errors/input-error.ts'
import { missingValue, readFields } from '../../prompt/reading/read-fields.ts'
import type { Signature } from '../../signature/signature.ts'

/**
 * The outputs of a task out of what was submitted, read as leniently as a reply. Throws `InputError` that
 * names what is missing or does not fit.
 */
export function readSubmission(
  task: Signature,
  args: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const missing = task.outputFields
    .filter((field) => !Object.hasOwn(args, field.name) && 'reason' in missingValue(field))
    .map(({ name }) => name)
  if (missing.length > 0) {
    throw new InputError(`What was submitted lacks: ${missing.join(', ')}.`, { missing })
  }
  const { values, failure } = readFields(task, new Map(Object.entries(args)))
  if (!failure) return values
  throw new InputError(`The submitted \`${failure.field}\` does not fit: ${failure.reason}.`, {})
}
