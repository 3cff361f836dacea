import { getEventListeners } from 'node:events'
import type { ServerResponse } from 'node:http'
import { beforeAll, expect, test } from 'vitest'
import { collect } from '../__fixtures__/collect.ts'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'
import { openaiCompatible } from '../openai-compatible/openai-compatible.ts'
import { ask } from './__fixtures__/ask.ts'
import { router } from './router.ts'

const delta = (content: string): string =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`
const ending = `data: ${JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] })}\n\ndata: [DONE]\n\n`

function stream(response: ServerResponse, ...parts: string[]): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  for (const part of parts) response.write(part)
}

function fail(response: ServerResponse, status: number, body: object = {}, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

async function wall(bad: (response: ServerResponse, call: number) => void) {
  let calls = 0
  const server = await scriptedServer((response, { body }) => {
    if (body['model'] === 'bad') {
      calls += 1
      bad(response, calls)
    } else {
      stream(response, delta('whole '), delta('answer'), ending)
      response.end()
    }
  })
  const lm = (model: string) =>
    openaiCompatible({ baseURL: `${server.url}/v1`, model, provider: model, apiKey: `sk-${model}` })
  return {
    server,
    models: [lm('bad'), lm('good')],
    get calls() {
      return calls
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

function cut(response: ServerResponse): void {
  stream(response, delta('who'))
  setTimeout(() => response.destroy(), 10)
}

const options = { strategy: 'ordered', random: () => 0 } as const

// Loading the SDK counts as time to the first token of the first call.
beforeAll(async () => {
  await using wires = await wall(() => {})
  await collect(router({ models: wires.models.slice(1) }), ask())
})

test.each([
  ['503 for ever', (r: ServerResponse) => fail(r, 503), 2],
  ['429 with Retry-After', (r: ServerResponse) => fail(r, 429, {}, { 'retry-after': '30' }), 1],
  ['401', (r: ServerResponse) => fail(r, 401), 1],
  ['a reset before the headers', (r: ServerResponse) => r.socket?.resetAndDestroy(), 2],
  [
    'no model of that name',
    (r: ServerResponse) => fail(r, 404, { error: { code: 'model_not_found' } }),
    1,
  ],
  ['a cut stream', cut, 1],
  ['silence', (r: ServerResponse) => stream(r), 1],
  ['a stall', (r: ServerResponse) => stream(r, delta('who')), 1],
  [
    'a prompt too long',
    (r: ServerResponse) => fail(r, 400, { error: { code: 'context_length_exceeded' } }),
    1,
  ],
] as const)('%s: the answer comes whole from the other model', async (_, bad, calls) => {
  await using wires = await wall(bad)
  const timeouts = { firstTokenMs: 300, idleMs: 100 }
  const route = router({ models: wires.models, ...options, timeouts })
  const controller = new AbortController()
  const { events, response } = await collect(route, ask(controller))
  expect(response).toMatchObject({ model: 'good/good', outputs: [{ text: 'whole answer' }] })
  expect(events.filter(({ type }) => type === 'finish')).toHaveLength(1)
  expect(wires.calls).toBe(calls)
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0)
})

test('a stalled server sees its connection closed', async () => {
  await using wires = await wall((response) => stream(response, delta('who')))
  const route = router({ models: wires.models, ...options, timeouts: { idleMs: 50 } })
  await collect(route, ask())
  await wires.server.clientClosed
})

test('a content filter is told, and nobody else is asked', async () => {
  await using wires = await wall((response) =>
    fail(response, 400, { error: { code: 'content_policy_violation' } }),
  )
  const route = router({ models: wires.models, ...options })
  await expect(collect(route, ask())).rejects.toMatchObject({ code: 'content_filter' })
  expect(wires.server.requests).toHaveLength(1)
})

test('streams one after another use one connection', async () => {
  await using wires = await wall(() => {})
  const [, good] = wires.models
  if (!good) throw new Error('no model')
  const route = router({ models: [good], ...options })
  for (let i = 0; i < 5; i += 1) {
    await collect(route, ask())
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  expect(wires.server.connections).toBe(1)
})
