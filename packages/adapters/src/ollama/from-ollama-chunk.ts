import type { LMFinishReason } from '@ockham/core'
import { factsFromBody } from '../failure/facts-from-body.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import { jsonText } from '../internal/json-text.ts'
import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'

/** The parts of one line of a reply; throws when the line reports an error. */
export function fromOllamaChunk(chunk: WireObject, callsBefore: number): ReplyPart[] {
  if (chunk.has('error')) throw new VendorFailure(factsFromBody(chunk.json('error')))
  const message = chunk.object('message')
  const logprobs = chunk.json('logprobs')
  return [
    { type: 'reasoning', index: 0, text: message?.text('thinking') ?? '' },
    { type: 'text', index: 0, text: message?.text('content') ?? '' },
    ...(message?.objects('tool_calls') ?? []).map((call, position): ReplyPart => {
      const definition = call.object('function')
      return {
        type: 'tool-call',
        index: 0,
        // Every call comes whole, so each is one more.
        key: callsBefore + position,
        id: call.text('id'),
        name: definition?.text('name'),
        arguments: jsonText(definition?.json('arguments')),
      }
    }),
    ...(Array.isArray(logprobs) ? [{ type: 'logprobs', index: 0, logprobs } as const] : []),
    ...(chunk.flag('done') ? end(chunk) : []),
  ]
}

function end(chunk: WireObject): ReplyPart[] {
  const reason: LMFinishReason = chunk.text('done_reason') === 'length' ? 'length' : 'stop'
  return [
    { type: 'finish', index: 0, reason },
    {
      type: 'usage',
      usage: {
        inputTokens: chunk.number('prompt_eval_count'),
        outputTokens: chunk.number('eval_count'),
      },
    },
    { type: 'end' },
  ]
}
