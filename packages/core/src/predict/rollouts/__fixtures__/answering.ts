import { MockLM, type MockLMOptions } from '../../../testing/mock-lm.ts'
import { writeReply } from '../../../testing/write-reply.ts'

/** An LM that gives these values of `answer` in order; an error is thrown. */
export function answering(answers: readonly (string | Error)[], options?: MockLMOptions): MockLM {
  let calls = 0
  return new MockLM((request) => {
    const answer = answers[calls++] ?? ''
    if (answer instanceof Error) throw answer
    return writeReply({ answer }, request.messages)
  }, options)
}
