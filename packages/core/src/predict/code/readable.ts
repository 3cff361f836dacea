import { AdapterParseError } from '../../errors/adapter-parse-error.ts'

/** A predictor's answer, or why its reply could not be read: an LM that is told may do better. */
export async function readable<Answer>(
  answer: Promise<Answer>,
): Promise<Answer | AdapterParseError> {
  try {
    return await answer
  } catch (error) {
    if (AdapterParseError.is(error)) return error
    throw error
  }
}
