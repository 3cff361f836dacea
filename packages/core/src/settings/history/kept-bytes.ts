import type { LMMessage } from '../../lm/lm-message.ts'
import type { LMOutput, LMResponse } from '../../lm/lm-response.ts'
import type { LMToolCall } from '../../lm/lm-tool.ts'

// At most; V8 takes one where all characters of a text are of Latin 1.
const bytesPerCharacter = 2
// Of one output token with a few alternatives, as objects; they are too many to look at each.
const bytesOfLogprobs = 1000

/** An upper guess of the bytes that a call's messages take; only lengths are looked at. */
export function messageBytes(messages: readonly LMMessage[]): number {
  let characters = 0
  for (const { content, toolCalls } of messages) {
    if (typeof content === 'string') characters += content.length
    else for (const part of content) characters += lengthOfMembers(part)
    if (toolCalls) characters += lengthOfCalls(toolCalls)
  }
  return characters * bytesPerCharacter
}

/** An upper guess of the bytes that a reply takes. */
export function responseBytes({ outputs, usage }: LMResponse): number {
  let bytes = 0
  for (const output of outputs) {
    bytes += lengthOfOutput(output) * bytesPerCharacter
    if (output.logprobs !== undefined) bytes += usage.outputTokens * bytesOfLogprobs
  }
  return bytes
}

function lengthOfOutput({ text, reasoning, toolCalls }: LMOutput): number {
  return text.length + (reasoning?.length ?? 0) + (toolCalls ? lengthOfCalls(toolCalls) : 0)
}

function lengthOfCalls(calls: readonly LMToolCall[]): number {
  let characters = 0
  for (const call of calls) characters += call.arguments.length
  return characters
}

function lengthOfMembers(part: object): number {
  let characters = 0
  for (const member of Object.values(part)) {
    if (typeof member === 'string') characters += member.length
  }
  return characters
}
