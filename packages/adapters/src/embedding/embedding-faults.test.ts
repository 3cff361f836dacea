import type { ServerResponse } from 'node:http'
import { inspect } from 'node:util'
import {
  AbortError,
  Embedder,
  EmbeddingError,
  type EmbeddingModel,
  LMAuthError,
  LMRateLimitError,
  LMTimeoutError,
  LMTransportError,
  LMUnexpectedError,
  LMUnsupportedModelError,
} from '@ockham/core'
import { describe, expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'
import { answerAsOllama, answerAsOpenAI, json, vectorOf } from './__fixtures__/embedding-server.ts'
import { embedding } from './embedding.ts'

const canary = 'sk-canary-0123456789abcdef'

/** How one wire writes embeddings, and what makes its models. */
interface Wire {
  make: (options: { baseURL: string; apiKey: string; timeoutMs?: number }) => EmbeddingModel
  answer: typeof answerAsOpenAI
  reply: (vectors: readonly unknown[]) => object
}

const wires: Record<string, Wire> = {
  OpenAI: {
    make: (options) => embedding('openai/m', options),
    answer: answerAsOpenAI,
    reply: (vectors) => ({ data: vectors.map((embedding, index) => ({ index, embedding })) }),
  },
  Ollama: {
    make: (options) => embedding('ollama/m', options),
    answer: answerAsOllama,
    reply: (vectors) => ({ embeddings: vectors }),
  },
}

describe.each(Object.entries(wires))('%s', (_name, wire) => {
  async function failure(
    reply: (response: ServerResponse) => void,
    options: { timeoutMs?: number; signal?: AbortSignal } = {},
  ): Promise<unknown> {
    await using server = await scriptedServer(reply)
    const { signal, ...rest } = options
    const model = wire.make({ baseURL: server.url, apiKey: canary, ...rest })
    const error = await caught(model.embed(['first', 'second'], signal && { signal }))
    // The SDK must not have tried again: the embedder does.
    expect(server.requests).toHaveLength(1)
    expect(inspect(error, { depth: 12 })).not.toContain(canary)
    return error
  }

  test('a server that is busy says how long to wait', async () => {
    const error = await failure((response) => {
      response.writeHead(429, { ...json, 'retry-after': '2' }).end('{"error":{"message":"slow"}}')
    })
    expect(error).toBeInstanceOf(LMRateLimitError)
    expect(error).toMatchObject({ retryAfterMs: 2000, status: 429 })
  })

  test('an embedder asks a busy server again', async () => {
    let calls = 0
    await using server = await scriptedServer((response, request) => {
      calls += 1
      if (calls === 1) response.writeHead(429, json).end('{"error":{"message":"slow"}}')
      else wire.answer(response, request)
    })
    const model = wire.make({ baseURL: server.url, apiKey: canary })
    const vector = await new Embedder(model, { retry: { initialDelayMs: 1 } }).embed('abc')
    expect([...vector]).toEqual(vectorOf('abc'))
    expect(calls).toBe(2)
  })

  test('the key that an error quotes is not shown', async () => {
    const body = JSON.stringify({ error: { message: `Incorrect API key: ${canary}` } })
    const error = await failure((response) => response.writeHead(401, json).end(body))
    expect(error).toBeInstanceOf(LMAuthError)
  })

  test('a model that is not there is told from other failures', async () => {
    const body = '{"error":{"message":"model \\"m\\" not found","code":"model_not_found"}}'
    const error = await failure((response) => response.writeHead(404, json).end(body))
    expect(error).toBeInstanceOf(LMUnsupportedModelError)
  })

  test.for([
    [
      'an error in a 200',
      '{"error":{"type":"rate_limit_error","message":"busy"}}',
      LMRateLimitError,
    ],
    ['a page of HTML', '<html></html>', LMUnexpectedError],
    ['nothing', '', LMUnexpectedError],
    ['half a reply', '{"data":[{"embedd', LMUnexpectedError],
    ['no embeddings', '{}', LMUnexpectedError],
  ] as const)('%s is an error', async ([, body, kind]) => {
    const error = await failure((response) => response.writeHead(200, json).end(body))
    expect(error).toBeInstanceOf(kind)
  })

  test.for([
    ['too few', [[1]]],
    ['too many', [[1], [2], [3]]],
  ] as const)('%s embeddings are an error that tells the count', async ([, vectors]) => {
    const error = await failure((response) => response.end(JSON.stringify(wire.reply(vectors))))
    expect(error).toBeInstanceOf(LMUnexpectedError)
    expect(String(error)).toContain('2 texts')
  })

  test.for([
    ['no number', [1, null]],
    ['nothing', []],
    ['text', 'abc'],
    ['beyond the range', [1e300]],
  ] as const)('an embedding that has %s names its text', async ([, wrong]) => {
    const error = await failure((response) =>
      response.end(JSON.stringify(wire.reply([[1, 2], wrong]))),
    )
    expect(error).toBeInstanceOf(EmbeddingError)
    expect(error).toMatchObject({ text: 'second', reason: 'number' })
  })

  test('a server that keeps silent is left after the time limit', async () => {
    const error = await failure(() => {}, { timeoutMs: 40 })
    expect(error).toBeInstanceOf(LMTimeoutError)
  })

  test('a body that stands still is left too', async () => {
    const stall = (response: ServerResponse): void => {
      response.writeHead(200, json).write('{"data":')
    }
    expect(await failure(stall, { timeoutMs: 60 })).toBeInstanceOf(LMTimeoutError)
  })

  test('an abort ends the call and closes its connection', async () => {
    await using server = await scriptedServer(() => {})
    const caller = new AbortController()
    const model = wire.make({ baseURL: server.url, apiKey: canary })
    const call = caught(model.embed(['a'], { signal: caller.signal }))
    while (server.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 2))
    caller.abort()
    expect(await call).toBeInstanceOf(AbortError)
    await server.clientClosed
  })

  test('connections are used again', async () => {
    await using server = await scriptedServer(wire.answer)
    const model = wire.make({ baseURL: server.url, apiKey: canary })
    for (const text of 'abcdef') await model.embed([text])
    // The second request may come before the first has let go of its own.
    expect(server.connections).toBeLessThanOrEqual(2)
  })

  test('the host that cannot be reached is named', async () => {
    const server = await scriptedServer(() => {})
    await server[Symbol.asyncDispose]()
    const error = await caught(wire.make({ baseURL: server.url, apiKey: canary }).embed(['a']))
    expect(error).toBeInstanceOf(LMTransportError)
    expect(String(error)).toContain(new URL(server.url).host)
  })
})

test('two embeddings of one text and none of the other are an error', async () => {
  await using server = await scriptedServer((response) => {
    response.end('{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[2]}]}')
  })
  const model = embedding('openai/m', { baseURL: server.url, apiKey: canary })
  expect(await caught(model.embed(['a', 'b']))).toBeInstanceOf(LMUnexpectedError)
})

test('base64 that is cut off is an error', async () => {
  await using server = await scriptedServer((response) => {
    response.end('{"data":[{"index":0,"embedding":"AACAPwAA"}]}')
  })
  const model = embedding('openai/m', { baseURL: server.url, apiKey: canary })
  expect(await caught(model.embed(['a']))).toBeInstanceOf(EmbeddingError)
})
