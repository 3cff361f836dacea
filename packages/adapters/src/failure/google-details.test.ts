import { expect, test } from 'vitest'
import { classifyFailure } from './classify-failure.ts'
import { factsFromBody } from './facts-from-body.ts'

const rpc = 'type.googleapis.com/google.rpc'
const retry = (retryDelay: string | object): object => ({ '@type': `${rpc}.RetryInfo`, retryDelay })
const quota = (quotaId: string): object => ({
  '@type': `${rpc}.QuotaFailure`,
  violations: [{ quotaId }],
})
const reason = (text: string): object => ({ '@type': `${rpc}.ErrorInfo`, reason: text })

function factsOf(code: number, status: string, message: string, details: object[] = []) {
  // What JSON.parse gives, from a literal of this test.
  return factsFromBody(JSON.parse(JSON.stringify({ error: { code, status, message, details } })))
}

test.for([
  ['34s', 34_000],
  ['34.4s', 34_400],
  [{ seconds: 2, nanos: 500_000_000 }, 2500],
  [{ seconds: '7' }, 7000],
  ['99999999999s', 24 * 60 * 60 * 1000],
  ['soon', undefined],
] as const)('a retryDelay of %j is %s ms', ([delay, ms]) => {
  const facts = factsOf(429, 'RESOURCE_EXHAUSTED', 'slow', [retry(delay)])
  expect(facts).toMatchObject({ status: 429, retryAfterMs: ms })
  expect(classifyFailure(facts)).toBe('rate-limit')
})

test('a quota of a day is no matter of waiting, whatever delay stands beside it', () => {
  const daily = quota('GenerateRequestsPerDayPerProjectPerModel-FreeTier')
  const facts = factsOf(429, 'RESOURCE_EXHAUSTED', 'quota', [daily, retry('34s')])
  expect(classifyFailure(facts)).toBe('billing')
  expect(facts.retryAfterMs).toBeUndefined()
})

test('a quota of a minute is', () => {
  const text = 'You exceeded your current quota, please check your plan and billing details.'
  const minute = quota('GenerateRequestsPerMinutePerProjectPerModel-FreeTier')
  const facts = factsOf(429, 'RESOURCE_EXHAUSTED', text, [minute, retry('34s')])
  expect(classifyFailure(facts)).toBe('rate-limit')
})

test.for([
  [400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.', 'auth'],
  [401, 'UNAUTHENTICATED', 'no token', 'auth'],
  [403, 'PERMISSION_DENIED', 'no', 'auth'],
  [404, 'NOT_FOUND', 'models/x is not found for API version v1beta', 'unknown-model'],
  [503, 'UNAVAILABLE', 'The model is overloaded.', 'server'],
  [504, 'DEADLINE_EXCEEDED', 'late', 'timeout'],
  [
    400,
    'INVALID_ARGUMENT',
    'The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).',
    'context-window',
  ],
  [400, 'FAILED_PRECONDITION', 'User location is not supported.', 'invalid-request'],
] as const)('%d %s, "%s" is %s', ([code, status, message, kind]) => {
  expect(classifyFailure(factsOf(code, status, message))).toBe(kind)
})

test('the reason of an error tells more than its status', () => {
  const facts = factsOf(400, 'INVALID_ARGUMENT', 'bad', [reason('API_KEY_INVALID')])
  expect(facts.codes).toEqual(['API_KEY_INVALID', 'INVALID_ARGUMENT'])
  expect(classifyFailure(facts)).toBe('auth')
})

test('an error may come as a list of one', () => {
  expect(factsFromBody([{ error: { code: 503, status: 'UNAVAILABLE' } }])).toMatchObject({
    status: 503,
    codes: ['UNAVAILABLE'],
  })
})
