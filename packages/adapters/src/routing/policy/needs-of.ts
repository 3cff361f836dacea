import type { LMCapabilities, LMRequest } from '@ockham/core'

/** A capability that a request can ask for. */
export type Need = Exclude<keyof LMCapabilities, 'contextTokens' | 'maxOutputTokens'>

/** What an LM must be able to do to serve a request as it is asked. */
export function needsOf({ messages, config = {} }: LMRequest): Need[] {
  const needs = new Set<Need>()
  const { tools, responseFormat, logprobs, reasoningEffort } = config
  if (tools && tools.length > 0) needs.add('tools')
  if (responseFormat?.type === 'json_schema') needs.add('jsonSchema')
  if (responseFormat?.type === 'json_object') needs.add('jsonObject')
  if (logprobs !== undefined && logprobs !== false) needs.add('logprobs')
  if (reasoningEffort !== undefined && reasoningEffort !== 'none') needs.add('reasoning')
  for (const { content } of messages) {
    if (typeof content === 'string') continue
    for (const part of content) {
      if (part.type === 'image') needs.add('vision')
      if (part.type === 'audio') needs.add('audio')
      if (part.type === 'document' && part.citations) needs.add('citations')
    }
  }
  return [...needs]
}
