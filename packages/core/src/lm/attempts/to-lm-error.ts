import { LMError } from '../../errors/lm-error.ts'
import { LMUnexpectedError } from '../../errors/lm-unexpected-error.ts'

/** The error itself, or an `LMUnexpectedError` around what is not an `LMError`. */
export function toLMError(error: unknown, model: string): LMError {
  if (LMError.is(error)) return error
  // A foreign message can hold a URL with a key, so it stays in the cause.
  return new LMUnexpectedError(
    `${model} threw something that is not an LMError. Look at \`cause\` for what it was.`,
    { model, cause: error },
  )
}
