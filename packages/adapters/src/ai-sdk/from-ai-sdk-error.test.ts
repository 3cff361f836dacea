import { createRequire } from 'node:module'
import {
  LMAuthError,
  LMConfigurationError,
  LMRateLimitError,
  LMServerError,
  LMTransportError,
  LMUnexpectedError,
  LMUnsupportedModelError,
  UnsupportedFeatureError,
} from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { collect } from '../__fixtures__/collect.ts'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { lm } from '../lm.ts'
import { modelOf } from './__fixtures__/model-of.ts'

type Make = new (facts: object) => Error

const require = createRequire(import.meta.url)

// Its declarations do not pass this repo's compiler settings, so they are left out of the program.
const sdk = require('@ai-sdk/provider') as {
  APICallError: Make
  LoadAPIKeyError: Make
  NoSuchModelError: Make
  UnsupportedFunctionalityError: Make
}

const call = { url: 'https://x.test', requestBodyValues: { prompt: 'p' } }

function api(statusCode: number, body: unknown, responseHeaders = {}): Error {
  const responseBody = typeof body === 'string' ? body : JSON.stringify(body)
  return new sdk.APICallError({ ...call, message: 'm', statusCode, responseBody, responseHeaders })
}

const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })

test.for([
  ['a 429', api(429, { error: { message: 'slow' } }, { 'retry-after': '2' }), LMRateLimitError],
  ['a 401', api(401, { error: { message: 'no' } }), LMAuthError],
  ['a page of HTML', api(502, '<html>Bad Gateway</html>'), LMServerError],
  ['an error in a 200', api(200, { error: { code: 503, message: 'busy' } }), LMServerError],
  ['a 200 that is no JSON', api(200, '<html>'), LMUnexpectedError],
  ['no answer', new sdk.APICallError({ ...call, message: 'm', cause: refused }), LMTransportError],
  ['a missing key', new sdk.LoadAPIKeyError({ message: 'Set LAB_API_KEY' }), LMConfigurationError],
  [
    'an unknown model',
    new sdk.NoSuchModelError({ modelId: 'x', modelType: 'languageModel' }),
    LMUnsupportedModelError,
  ],
  [
    'what it cannot do',
    new sdk.UnsupportedFunctionalityError({ functionality: 'audio' }),
    UnsupportedFeatureError,
  ],
] as const)('%s is an error of ours, in one piece and streamed', async ([, error, kind]) => {
  const model = modelOf([{ type: 'error', error }])
  model.doGenerate = () => Promise.reject(error)
  for (const rejects of [false, true]) {
    if (rejects) model.doStream = () => Promise.reject(error)
    const ours = lm(model)
    expect(await caught(ours.generate(hello))).toBeInstanceOf(kind)
    expect(await caught(collect(ours, hello))).toBeInstanceOf(kind)
  }
})

test('how long a provider asks to wait, and which request it was, are kept', async () => {
  const model = modelOf([])
  const headers = {
    'retry-after': '2',
    'x-request-id': 'r1',
    'x-ratelimit-remaining-requests': '0',
  }
  model.doGenerate = () => Promise.reject(api(429, { error: { message: 'slow' } }, headers))
  expect(await caught(lm(model).generate(hello))).toMatchObject({
    status: 429,
    retryAfterMs: 2000,
    requestId: 'r1',
    rateLimits: { requests: { remaining: 0 } },
  })
})
