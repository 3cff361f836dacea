import type { JSONValue } from '@ockham/core'
import { parseJSON } from '../internal/parse-json.ts'
import { WireObject } from '../internal/wire-object.ts'
import type { FailureFacts } from './failure-facts.ts'
import { filteredCategories } from './filtered-categories.ts'
import { googleDetails } from './google-details.ts'

const longestMessage = 500

/** Reads `{"error": …}` in the shapes that OpenAI, Anthropic, Google, Ollama and their likes give it. */
export function factsFromBody(error: JSONValue | undefined): FailureFacts {
  // Google sends a list of one.
  if (Array.isArray(error)) return factsFromBody(error[0])
  const fields = WireObject.of(error)
  if (!fields) return factsFromText(typeof error === 'string' ? error : '')
  // Some put it one deeper, and Ollama as a text of JSON.
  const inner = fields.json('error')
  if (WireObject.of(inner) || WireObject.of(jsonIn(inner))) return factsFromBody(inner)
  const google = googleDetails(fields)
  const relayed = relayedError(fields.object('metadata'))
  const code = fields.number('code') ?? numeric(fields.text('code'))
  const said = fields.text('message') ?? fields.text('error') ?? fields.text('detail')
  return {
    status: code ?? fields.number('status') ?? fields.number('status_code'),
    codes: [
      ...google.codes,
      fields.object('details')?.text('error_code'),
      fields.text('code'),
      fields.object('innererror')?.text('code'),
      fields.text('type'),
      googleStatus(fields.text('status')),
      ...relayed.codes,
    ].filter((text) => text !== undefined),
    message: shorten(said ?? JSON.stringify(error)) + relayed.message + filteredCategories(fields),
    retryAfterMs: google.retryAfterMs,
  }
}

/** What OpenRouter tells of the error of the provider it asked, or of its own moderation. */
function relayedError(metadata: WireObject | undefined): Pick<FailureFacts, 'codes' | 'message'> {
  const raw = metadata?.text('raw')
  if (raw) {
    const { codes, message } = factsFromText(raw)
    return { codes, message: `: ${message}` }
  }
  const reasons = metadata?.json('reasons')
  if (!Array.isArray(reasons)) return { codes: [], message: '' }
  return { codes: ['content_filter'], message: ` (${reasons.join(', ')})` }
}

function factsFromText(text: string): FailureFacts {
  const json = jsonIn(text)
  return WireObject.of(json) ? factsFromBody(json) : { codes: [], message: shorten(text) }
}

/** A relay may pass an error on as a text that is itself the JSON of an error. */
function jsonIn(value: JSONValue | undefined): JSONValue | undefined {
  return typeof value === 'string' && value.startsWith('{') ? parseJSON(value) : undefined
}

// Such as RESOURCE_EXHAUSTED; others say `failed` or `error` there.
function googleStatus(status: string | undefined): string | undefined {
  return status !== undefined && /^[A-Z_]+$/.test(status) ? status : undefined
}

function numeric(code: string | undefined): number | undefined {
  return code !== undefined && /^\d{3}$/.test(code) ? Number(code) : undefined
}

function shorten(text: string): string {
  return text.length > longestMessage ? `${text.slice(0, longestMessage)}…` : text
}
