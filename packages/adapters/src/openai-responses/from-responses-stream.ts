import type { JSONValue } from '@ockham/core'
import { factsFromBody } from '../failure/facts-from-body.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { fromResponse } from './from-response.ts'
import { fromResponseItem } from './from-response-item.ts'
import { responsesEnd } from './responses-end.ts'

const index = 0

/** Translates the events of one stream; remembers what of it was told in pieces. */
export class FromResponsesStream {
  /** Calls by their place in the output, and whether their arguments came in pieces. */
  readonly #calls = new Map<number, boolean>()
  #said = false
  #refused = false

  /** Throws what an event of the type error or response.failed says. */
  parts(event: WireObject, name: string | undefined): ReplyPart[] {
    switch (event.text('type') ?? name) {
      case 'response.output_text.delta':
        return this.#text(event)
      case 'response.refusal.delta':
        this.#refused = true
        return this.#text(event)
      case 'response.reasoning_summary_part.added':
        // A summary comes in paragraphs.
        return event.number('summary_index') ? [{ type: 'reasoning', index, text: '\n\n' }] : []
      case 'response.reasoning_summary_text.delta':
      case 'response.reasoning_text.delta':
        return [{ type: 'reasoning', index, text: event.text('delta') ?? '' }]
      case 'response.output_item.added':
        return this.#call(event)
      case 'response.function_call_arguments.delta':
        return this.#arguments(event, event.text('delta'))
      case 'response.function_call_arguments.done':
        return this.#calls.get(keyOf(event)) ? [] : this.#arguments(event, event.text('arguments'))
      case 'response.completed':
      case 'response.incomplete':
      case 'response.failed':
        return this.#end(event.object('response'))
      case 'error':
        throw new VendorFailure(factsFromBody(event.json('error') ?? codeAndMessage(event)))
      default:
        return []
    }
  }

  #text(event: WireObject): ReplyPart[] {
    this.#said = true
    const logprobs = event.json('logprobs')
    const text: ReplyPart = { type: 'text', index, text: event.text('delta') ?? '' }
    if (!Array.isArray(logprobs) || logprobs.length === 0) return [text]
    return [text, { type: 'logprobs', index, logprobs }]
  }

  #call(event: WireObject): ReplyPart[] {
    const item = event.object('item')
    if (item?.text('type') !== 'function_call') return []
    this.#said = true
    const key = keyOf(event)
    const parts = fromResponseItem(item, key)
    this.#calls.set(key, (item.text('arguments') ?? '') !== '')
    return parts
  }

  #arguments(event: WireObject, json: string | undefined): ReplyPart[] {
    const key = keyOf(event)
    if (!this.#calls.has(key) || !json) return []
    this.#calls.set(key, true)
    return [{ type: 'tool-call', index, key, id: undefined, name: undefined, arguments: json }]
  }

  #end(response: WireObject | undefined): ReplyPart[] {
    if (!response) throw new Error('the last event holds no response.')
    // A server that streams nothing but the end has it all there.
    return this.#said ? responsesEnd(response, this.#refused) : fromResponse(response)
  }
}

function keyOf(event: WireObject): number {
  return event.number('output_index') ?? -1
}

function codeAndMessage(event: WireObject): { [name: string]: JSONValue } {
  return { code: event.json('code') ?? null, message: event.json('message') ?? null }
}
