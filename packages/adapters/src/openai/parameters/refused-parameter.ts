import { WireObject } from '../../internal/wire-object.ts'

const statuses: ReadonlySet<unknown> = new Set([400, 422])
const codes = /^(unsupported|unknown|unrecognized)_(parameter|value|argument)$/

// Where no code tells, the phrases of OpenAI, Groq, xAI, Mistral and vLLM, each with the name in it.
const phrases: readonly RegExp[] = [
  /(?:unsupported|unknown|unrecognized) (?:parameter|value)s?:? ['"`]?([a-z][\w.]*)/i,
  /unrecognized request arguments? supplied: ([a-z][\w.]*)/i,
  /(?:parameter|property|argument)?:? ?['"`]([a-z][\w.]*)['"`](?: of type '\w+')? is (?:not supported|unsupported)/i,
  /does not support (?:the )?parameter ['"`]?([a-z][\w.]*)/i,
  /argument not supported on this model: ([a-z][\w.]*)/i,
]
const forbidden = /extra (?:inputs are|fields) not permitted|extra_forbidden/i

/** The parameter that an error of the `openai` package says the server does not take, if it does. */
export function refusedParameter(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const fields = WireObject.of(error)
  if (!fields || !statuses.has(fields.number('status'))) return undefined
  const body = fields.object('error')
  const param = fields.text('param') ?? body?.text('param')
  const code = fields.text('code') ?? body?.text('code')
  if (param && code && codes.test(code)) return param
  const text = `${body?.text('message') ?? ''} ${error.message}`
  for (const phrase of phrases) {
    const name = phrase.exec(text)?.[1]
    if (name) return param || name
  }
  return forbidden.test(text) ? forbiddenField(text) : undefined
}

// Pydantic's list of what it objects to: `loc: ["body", "stream_options"]`.
function forbiddenField(text: string): string | undefined {
  return /["']body["'],\s*["']([a-z]\w*)["']/i.exec(text)?.[1]
}
