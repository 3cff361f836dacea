import { inspect } from 'node:util'
import {
  type LM,
  LMAuthError,
  LMBillingError,
  type LMError,
  LMInvalidRequestError,
  LMRateLimitError,
  LMServerError,
  LMTransportError,
  LMUnexpectedError,
  LMUnsupportedModelError,
} from '@ockham/core'
import { describe, expect, test } from 'vitest'
import { caught } from './caught.ts'
import { collect } from './collect.ts'
import { scriptedServer } from './scripted-server.ts'
import { hello, type VendorWire } from './vendor-wire.ts'

const canary = 'sk-canary-0123456789abcdef'
const json = { 'content-type': 'application/json' }
const page = '<html><body><h1>502 Bad Gateway</h1></body></html>'

const ways = {
  generate: (lm: LM): Promise<unknown> => lm.generate(hello),
  stream: (lm: LM): Promise<unknown> => collect(lm, hello),
}

/** What every vendor's LM must do when it is answered with an error, called either way. */
export function answerFaults(wire: VendorWire): void {
  describe.for(['generate', 'stream'] as const)('%s answered with an error', (way) => {
    const seesOnlyEvents = wire.readElsewhere === true && way === 'stream'

    async function failure(status: number, headers: object, body: string): Promise<LMError> {
      await using server = await scriptedServer((response) => {
        response.writeHead(status, { ...headers }).end(body)
      })
      const error = await caught(ways[way](wire.make({ baseURL: server.url, apiKey: canary })))
      // One owner of retries: the SDK must not have tried again.
      expect(server.requests).toHaveLength(1)
      expect(inspect(error, { depth: 12 })).not.toContain(canary)
      // `caught` returns unknown; the assertions that follow check the class.
      return error as LMError
    }

    test('reads how long a 429 asks to wait', async () => {
      const body = '{"error":{"type":"rate_limit_error","message":"slow down"}}'
      const error = await failure(429, { ...json, 'retry-after': '2' }, body)
      expect(error).toBeInstanceOf(LMRateLimitError)
      expect(error).toMatchObject({ retryAfterMs: 2000, status: 429 })
    })

    test('knows that waiting does not bring back credit', async () => {
      const body = '{"error":{"type":"insufficient_quota","message":"no credit"}}'
      expect(await failure(429, json, body)).toBeInstanceOf(LMBillingError)
    })

    test('takes a failing server with a page of HTML for what it is', async () => {
      const error = await failure(500, { 'content-type': 'text/html' }, page)
      expect(error).toBeInstanceOf(LMServerError)
      expect(error.status).toBe(500)
    })

    test('names the variable of a refused key and never the key', async () => {
      const body = `{"error":{"message":"Incorrect API key provided: ${canary}"}}`
      const error = await failure(401, json, body)
      expect(error).toBeInstanceOf(LMAuthError)
      expect(error.message).toContain(wire.keyName)
    })

    test.skipIf(seesOnlyEvents)('is an error when a 200 holds one', async () => {
      const body = '{"error":{"type":"rate_limit_error","message":"busy"}}'
      expect(await failure(200, json, body)).toBeInstanceOf(LMRateLimitError)
    })

    test.skipIf(seesOnlyEvents)('is an error when a 200 holds a page of HTML', async () => {
      const error = await failure(200, { 'content-type': 'text/html' }, page)
      expect(error).toBeInstanceOf(LMUnexpectedError)
    })

    test('says what to do about a model that is not there', async () => {
      const { status, body } = wire.unknownModel
      expect(await failure(status, json, body)).toBeInstanceOf(LMUnsupportedModelError)
    })

    test.skipIf(wire.readElsewhere)(
      'sends nothing to another server that it is redirected to',
      async () => {
        await using elsewhere = await scriptedServer((response) => {
          response.writeHead(200, json).end('{}')
        })
        const error = await failure(307, { location: elsewhere.url }, '')
        expect(error).toBeInstanceOf(LMInvalidRequestError)
        expect(error.message).toContain(elsewhere.url)
        expect(elsewhere.requests).toHaveLength(0)
      },
    )

    test('names the host it cannot reach', async () => {
      await using server = await scriptedServer(() => {})
      await server[Symbol.asyncDispose]()
      const error = await caught(ways[way](wire.make({ baseURL: server.url, apiKey: canary })))
      expect(error).toBeInstanceOf(LMTransportError)
      expect(String(error)).toContain(new URL(server.url).host)
      expect(String(error)).toContain('ECONNREFUSED')
    })

    test('works again with the next call', async () => {
      let calls = 0
      await using server = await scriptedServer((response, request) => {
        const isStreamed = wire.isStreamed?.(request) ?? request.body['stream'] === true
        calls += 1
        if (calls === 1) response.writeHead(500).end()
        else if (!isStreamed) response.writeHead(200, json).end(wire.whole)
        else {
          response.writeHead(200, { 'content-type': wire.contentType })
          response.end(wire.opening + wire.delta('well') + wire.ending)
        }
      })
      const lm = wire.make({ baseURL: server.url, apiKey: canary })
      expect(await caught(ways[way](lm))).toBeInstanceOf(LMServerError)
      await expect(ways[way](lm)).resolves.toBeDefined()
    })
  })
}
