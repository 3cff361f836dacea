import { expect, test } from 'vitest'
import { classifyFailure } from './classify-failure.ts'
import { factsFromBody } from './facts-from-body.ts'

test.for([
  [401, {}, 'auth'],
  [403, {}, 'auth'],
  [403, { code: 'model_not_found' }, 'unknown-model'],
  [402, {}, 'billing'],
  [404, {}, 'unknown-model'],
  [408, {}, 'timeout'],
  [413, { type: 'request_too_large' }, 'context-window'],
  [422, {}, 'invalid-request'],
  [429, {}, 'rate-limit'],
  [429, { type: 'insufficient_quota', code: 'insufficient_quota' }, 'billing'],
  [500, {}, 'server'],
  [529, { type: 'overloaded_error' }, 'server'],
  [498, { type: 'invalid_request_error', code: 'capacity_exceeded' }, 'rate-limit'],
  [400, { code: 'context_length_exceeded' }, 'context-window'],
  [
    400,
    { type: 'invalid_request_error', message: 'prompt is too long: 9 tokens > 8' },
    'context-window',
  ],
  [400, { message: 'Your credit balance is too low to access the API' }, 'billing'],
  [400, { code: 'content_filter', message: 'blocked' }, 'content-filter'],
  [400, { innererror: { code: 'ResponsibleAIPolicyViolation' } }, 'content-filter'],
  [400, { message: 'temperature must be at most 2' }, 'invalid-request'],
  [409, { message: 'in use' }, 'server'],
  [undefined, { type: 'overloaded_error' }, 'server'],
  [undefined, { code: '429', message: 'busy' }, 'rate-limit'],
  [undefined, { code: 402 }, 'billing'],
  [undefined, {}, 'server'],
] as const)('status %s with %j is %s', ([status, error, kind]) => {
  const facts = factsFromBody({ ...error })
  expect(classifyFailure({ ...facts, status: status ?? facts.status })).toBe(kind)
})

test.for([
  ['context-window', "This model's maximum prompt length is 8 but the request contains 9 tokens."],
  ['context-window', 'Prompt contains 9 tokens, too large for model with 8 maximum context length'],
  ['context-window', 'Input is too long for requested model.'],
  ['context-window', 'The decoder prompt (length 9) is longer than the maximum model length of 8.'],
  ['context-window', 'However, the model is loaded with context length of only 8 tokens'],
  ['context-window', 'the input token count is 9 but model only supports up to 8.'],
  ['context-window', 'too many tokens: size limit exceeded by 1 tokens.'],
  ['context-window', '`inputs` tokens + `max_new_tokens` must be <= 8.'],
  ['content-filter', 'your prompt was flagged as potentially violating our usage policy.'],
  ['content-filter', 'Output blocked by content filtering policy'],
] as const)('the wording of a 400 tells: %s, %s', ([kind, message]) => {
  expect(classifyFailure({ status: 400, codes: ['invalid_request_error'], message })).toBe(kind)
})

test('an error that OpenRouter passes on is told and classified by what the provider said', () => {
  const raw = JSON.stringify({ error: { code: 'context_length_exceeded', message: 'Too long.' } })
  const facts = factsFromBody({ message: 'Provider returned error', code: 400, metadata: { raw } })
  expect(facts.message).toBe('Provider returned error: Too long.')
  expect(classifyFailure(facts)).toBe('context-window')
  const moderated = { message: 'Flagged.', code: 403, metadata: { reasons: ['violence'] } }
  expect(classifyFailure(factsFromBody(moderated))).toBe('content-filter')
})

test.for([401, 429, 503])('a prompt quoted in the text of a %d changes nothing', (status) => {
  const message = 'You wrote: "this model\'s maximum context length is 9, prompt is too long: 5"'
  const plain = classifyFailure({ status, codes: [], message: '' })
  expect(classifyFailure({ status, codes: [], message })).toBe(plain)
})

test('a 400 that speaks of 429 and of rate limits is still a bad request', () => {
  expect(classifyFailure({ status: 400, codes: [], message: '429 rate limit' })).toBe(
    'invalid-request',
  )
})

test('an error may be a text, or stand inside another', () => {
  expect(factsFromBody('model is loading')).toEqual({ codes: [], message: 'model is loading' })
  const anthropic = { type: 'error', error: { type: 'rate_limit_error', message: 'slow' } }
  expect(factsFromBody(anthropic)).toMatchObject({ codes: ['rate_limit_error'], message: 'slow' })
})

test('an error may be a text of JSON, as a relay passes it on', () => {
  const error = JSON.stringify({ error: { type: 'exceed_context_size_error', message: 'long' } })
  expect(factsFromBody({ error })).toMatchObject({ message: 'long' })
  expect(classifyFailure(factsFromBody(error))).toBe('context-window')
})

test('what a filter objected to is part of the message', () => {
  const result = { hate: { filtered: false }, violence: { filtered: true, severity: 'high' } }
  const facts = factsFromBody({ message: 'No.', innererror: { content_filter_result: result } })
  expect(facts.message).toBe('No. (filtered: violence)')
})
