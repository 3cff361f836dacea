import { AdapterParseError } from '../../errors/adapter-parse-error.ts'
import type { Predictor } from '../../module/predictor.ts'
import { takeBack } from '../tools/take-back.ts'

/** A predictor's answer, or why its reply could not be read: an LM that is told may do better. */
export async function readable<Answer>(
  predictor: Predictor,
  answer: Promise<Answer>,
): Promise<Answer | AdapterParseError> {
  try {
    return await answer
  } catch (error) {
    if (!AdapterParseError.is(error)) throw error
    await takeBack(predictor)
    return error
  }
}
