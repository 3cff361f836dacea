import { AssertionError } from '../../errors/assertion-error.ts'
import type { CheckResult } from './retry-options.ts'

const unexplained = 'The answer does not pass the check that is made of it.'

/** What a check has to say against a prediction; undefined when it passes. Its own faults are thrown. */
export async function complaint(
  check: () => CheckResult | Promise<CheckResult>,
): Promise<string | undefined> {
  try {
    const result = await check()
    if (typeof result === 'string') return result === '' ? undefined : result
    return result === false ? unexplained : undefined
  } catch (error) {
    if (!isAssertion(error)) throw error
    return error.message === '' ? unexplained : error.message
  }
}

// Node's `assert` and test libraries call theirs so too.
function isAssertion(error: unknown): error is Error {
  return AssertionError.is(error) || (error instanceof Error && error.name === 'AssertionError')
}
