import { MockLM, type MockLMOptions } from '../../../testing/mock-lm.ts'
import { writeReply } from '../../../testing/write-reply.ts'

/** A reply: its fields, its text, or what goes wrong instead of one. */
export type Replied = Readonly<Record<string, unknown>> | string | Error

/** An LM that gives these replies, one a call. */
export function replying(replies: readonly Replied[], options: MockLMOptions = {}): MockLM {
  let calls = 0
  return new MockLM(({ messages }) => {
    const reply = replies[calls]
    calls += 1
    if (reply === undefined) throw new Error(`There is no reply to call ${calls}.`)
    if (reply instanceof Error) throw reply
    return typeof reply === 'string' ? reply : writeReply(reply, messages)
  }, options)
}

/** What the user's message of a request says. */
export function asked(lm: MockLM, call: number): string {
  return String(lm.requests[call]?.messages.at(-1)?.content)
}

/** What the system message of a request says. */
export function instructed(lm: MockLM, call: number): string {
  return String(lm.requests[call]?.messages[0]?.content)
}
