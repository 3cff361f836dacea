import type { LMRequest } from '@ockham/core'
import { messageText } from './message-text.ts'
import { requestTokens } from './request-tokens.ts'

/** How much a request asks of a model. */
export type Complexity = 'simple' | 'moderate' | 'complex'

/** Of a long prompt its beginning and its end tell what is asked. */
const looksAt = 20_000

const reasoningWords =
  /\b(?:why|prove|proof|derive|deduce|infer|analy[sz]e|compare|evaluate|plan|design|optimi[sz]e|debug|refactor|trade-?offs?|step by step|reasoning|strategy|root cause|diagnose|estimate)\b/gi
const code =
  /```|^\s*(?:def|class|function|import|from|public|const|let|fn|SELECT|CREATE TABLE)\s/im
/** How DSPy's chat format names a field. */
const fieldMark = /\[\[ ## (\w+) ## \]\]/g

/**
 * Guesses, from the messages alone and in one pass, how hard a request is. It counts points: one for
 * each of 2000 and 8000 tokens, for more than 4 and more than 8 fields, for code, for one and for three
 * different words that ask to reason, for tools, for reasoning effort `medium`, two for `high`; one less
 * for three worked examples. Up to one point is simple, up to three moderate.
 */
export function complexityOf(request: LMRequest): Complexity {
  const { messages, config = {} } = request
  const tokens = requestTokens(request)
  const text = [messages[0], messages.length > 1 ? messages.at(-1) : undefined]
    .map((message) => (message ? bothEnds(messageText(message)) : ''))
    .join('\n')
  const fields = Math.max(distinct(text, fieldMark), propertiesOf(config.responseFormat))
  const words = distinct(text, reasoningWords)
  const points =
    above(tokens, 2000) +
    above(tokens, 8000) +
    above(fields, 4) +
    above(fields, 8) +
    Number(code.test(text)) +
    above(words, 0) +
    above(words, 2) +
    above(config.tools?.length ?? 0, 0) +
    (config.reasoningEffort === 'high' ? 2 : Number(config.reasoningEffort === 'medium')) -
    above(messages.filter(({ role }) => role === 'assistant').length, 2)
  if (points <= 1) return 'simple'
  return points <= 3 ? 'moderate' : 'complex'
}

function above(value: number, limit: number): number {
  return value > limit ? 1 : 0
}

function bothEnds(text: string): string {
  return text.length <= 2 * looksAt ? text : `${text.slice(0, looksAt)}\n${text.slice(-looksAt)}`
}

function distinct(text: string, pattern: RegExp): number {
  return new Set(text.match(pattern)?.map((word) => word.toLowerCase())).size
}

function propertiesOf(format: NonNullable<LMRequest['config']>['responseFormat']): number {
  if (format?.type !== 'json_schema') return 0
  const { properties } = format.schema
  return typeof properties === 'object' && properties !== null ? Object.keys(properties).length : 0
}
