import { answers } from './answers.ts'
import { atFirst } from './at-first.ts'
import type { Behaviour } from './behaviour.ts'
import { fails, failsWithPage } from './fails.ts'

const retryInfo = JSON.stringify({
  error: {
    code: 429,
    status: 'RESOURCE_EXHAUSTED',
    message: 'Resource has been exhausted.',
    details: [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '0.4s' }],
  },
})
const nested = JSON.stringify({
  error: {
    code: 400,
    message: 'request (9001 tokens) exceeds the available context size (8192 tokens)',
    type: 'exceed_context_size_error',
    n_prompt_tokens: 9001,
    n_ctx: 8192,
  },
})
const inHalfASecond = (): string => new Date(Date.now() + 1500).toUTCString()
const limited = (headers: Readonly<Record<string, string>>): Behaviour =>
  fails(429, 'rate_limit_exceeded', { headers })

/** How long `f42-limited` turns everybody away, in milliseconds. */
export const limitedUntilMs = 1_200

/** Turns everybody away until a time that is the same for all. */
const limitedAtFirst: Behaviour = (call) => {
  const waitMs = Math.ceil(limitedUntilMs - call.sinceFirstMs)
  return (waitMs > 0 ? limited({ 'retry-after-ms': String(waitMs) }) : answers)(call)
}

/** Answers only requests without a parameter. */
function refuses(param: string, message: string): Behaviour {
  const error = { message, type: 'invalid_request_error', param, code: 'unsupported_parameter' }
  const refuse = fails(400, '', { body: JSON.stringify({ error }) })
  return (call) => (param in call.request.body ? refuse(call) : answers(call))
}

/** Errors told by status, code and headers: F01 to F07, F28, F30 to F33, F43. */
export const statusFaults: Readonly<Record<string, Behaviour>> = {
  'f01-seconds': atFirst(limited({ 'retry-after': '1' })),
  'f01-ms': atFirst(limited({ 'retry-after-ms': '400', 'retry-after': '7' })),
  'f01-date': atFirst((call) => limited({ 'retry-after': inHalfASecond() })(call)),
  'f01-gemini': atFirst(fails(429, '', { body: retryInfo })),
  'f01-long': limited({ 'retry-after': '120' }),
  'f02-once': atFirst(limited({})),
  'f02-for-ever': limited({}),
  'f03-quota': fails(429, 'insufficient_quota'),
  'f03-spend': fails(429, 'organization_spend_limit_exceeded'),
  'f03-credit': fails(429, 'credit_balance_exhausted'),
  'f03-402': fails(402),
  'f03-text': fails(400, 'invalid_request_error', {
    message: 'Your credit balance is too low to access the API.',
  }),
  'f04-slow-down': fails(429, 'slow_down'),
  'f04-capacity': fails(429, '3505', { message: 'Service tier capacity exceeded for this model.' }),
  'f05-529': fails(529, 'overloaded_error'),
  'f05-503': fails(503, 'server_is_overloaded', { headers: { 'retry-after-ms': '5' } }),
  'f06-500': fails(500, 'server_error'),
  'f06-page': failsWithPage(502),
  'f06-empty': fails(504, '', { headers: { 'content-type': 'text/plain' }, body: '' }),
  'f06-once': atFirst(failsWithPage(502)),
  'f07-408': atFirst(fails(408, 'request_timeout')),
  'f07-409': atFirst(fails(409, 'conflict')),
  'f28-code': fails(400, 'context_length_exceeded', {
    message:
      "This model's maximum context length is 8192 tokens. However, your messages resulted in 9001 tokens.",
  }),
  'f28-text': fails(400, 'invalid_request_error', {
    message: 'prompt is too long: 9001 tokens > 8192 maximum',
  }),
  // Ollama passes on what llama.cpp says.
  'f28-nested': fails(400, '', { body: JSON.stringify({ error: nested }) }),
  'f28-413': fails(413, 'request_too_large'),
  'f30-400': fails(400, 'content_filter', { message: 'The prompt was flagged: violence.' }),
  'f30-azure': fails(400, 'content_filter', {
    body: JSON.stringify({
      error: {
        code: 'content_filter',
        message: 'The response was filtered.',
        innererror: {
          code: 'ResponsibleAIPolicyViolation',
          content_filter_result: {
            hate: { filtered: false, severity: 'safe' },
            violence: { filtered: true, severity: 'medium' },
          },
        },
      },
    }),
  }),
  'f31-401': (call) =>
    fails(401, 'invalid_api_key', {
      message: `Incorrect API key provided: ${keyOf(call.request.headers)}.`,
    })(call),
  'f31-403': fails(403, 'permission_error', { message: 'Not for this organization.' }),
  'f32-404': fails(404, 'model_not_found', { message: 'The model does not exist.' }),
  'f32-text': fails(404, 'not_found_error', {
    message: 'model "wall" not found, try pulling it first',
  }),
  'f33-temperature': refuses('temperature', "Unsupported value: 'temperature' is not supported."),
  'f33-max-tokens': refuses(
    'max_tokens',
    "Unsupported parameter: 'max_tokens' is not supported. Use 'max_completion_tokens' instead.",
  ),
  'f33-stream-options': refuses('stream_options', "Unknown parameter: 'stream_options'."),
  'f33-format': refuses('response_format', "Unknown parameter: 'response_format'."),
  'f38-flapping': fails(503, 'service_unavailable'),
  'f42-limited': limitedAtFirst,
  'f43-past': atFirst(limited({ 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' })),
  'f43-negative': atFirst(limited({ 'retry-after': '-5' })),
  'f43-nan': atFirst(limited({ 'retry-after': 'NaN', 'retry-after-ms': 'soon' })),
  'f43-huge': limited({ 'retry-after': '1000000000' }),
}

/** The key a request was sent with, as servers like to quote it. */
function keyOf(headers: Readonly<Record<string, string>>): string {
  const bearer = headers['authorization']?.replace('Bearer ', '')
  return bearer ?? headers['x-api-key'] ?? headers['x-goog-api-key'] ?? 'none'
}
