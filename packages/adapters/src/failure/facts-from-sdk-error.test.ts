import { APIError } from 'openai'
import { expect, test } from 'vitest'
import { factsFromSDKError } from './facts-from-sdk-error.ts'

test.for(['x-request-id', 'apim-request-id', 'x-amzn-requestid', 'mistral-correlation-id'])(
  'the id of a request is read from %s',
  (name) => {
    const headers = new Headers({ [name]: 'id-1', 'retry-after': '2' })
    const error = APIError.generate(429, { error: { message: 'Slow.' } }, 'Slow.', headers)
    expect(factsFromSDKError(error)).toMatchObject({ requestId: 'id-1', retryAfterMs: 2000 })
  },
)
