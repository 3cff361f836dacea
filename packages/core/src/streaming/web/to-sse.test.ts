import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterEach, expect, test } from 'vitest'
import { LMServerError } from '../../errors/lm-server-error.ts'
import type { LM } from '../../lm/lm.ts'
import type { LMStreamEvent } from '../../lm/lm-stream-event.ts'
import { Predict } from '../../predict/predict.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { streamify } from '../streamify.ts'
import { fromSSE } from './from-sse.ts'
import { toResponse } from './to-response.ts'
import { toSSE } from './to-sse.ts'

const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** Serves the streams of a program over HTTP; says when one was left. */
async function serve(lm: LM): Promise<{ port: number; ends: unknown[] }> {
  const program = streamify(new Predict('question -> answer'))
  const ends: unknown[] = []
  const server = createServer((_, response) => {
    const stream = program({ question: 'why?' }, { lm })
    const { status, headers, body } = toResponse(stream)
    response.writeHead(status, Object.fromEntries(headers))
    const sent = body ? pipeline(Readable.fromWeb(body), response) : Promise.resolve()
    sent.catch(() => undefined)
    stream.prediction.then(
      (prediction) => ends.push(prediction),
      (error: unknown) => ends.push(error),
    )
  }).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  const address = server.address()
  return { port: typeof address === 'object' ? (address?.port ?? 0) : 0, ends }
}

/** An LM that writes pieces for ever, and counts them. */
function endless(piece: string): { lm: LM; told: () => number; closed: () => boolean } {
  let count = 0
  let isClosed = false
  async function* stream(): AsyncGenerator<LMStreamEvent> {
    try {
      yield { type: 'text-delta', index: 0, text: '[[ ## answer ## ]]\n' }
      for (;;) {
        count += 1
        yield { type: 'text-delta', index: 0, text: piece }
        if (count % 100 === 0) await new Promise(setImmediate)
      }
    } finally {
      isClosed = true
    }
  }
  const lm: LM = { model: 'test/endless', generate: () => new Promise(() => {}), stream }
  return { lm, told: () => count, closed: () => isClosed }
}

async function until(check: () => boolean): Promise<void> {
  const startedAt = performance.now()
  while (!check()) {
    if (performance.now() - startedAt > 10_000) throw new Error('it did not come')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

test('each event is a server-sent event, and the last one says so', async () => {
  const lm = new MockLM({ answer: 'Because.\n\ndata: no' })
  const stream = streamify(new Predict('question -> answer'))({ question: 'why?' }, { lm })
  const response = toResponse(stream, { headers: { 'x-own': '1' } })
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('no-cache, no-transform')
  expect(response.headers.get('x-own')).toBe('1')

  const sent = (await response.text()).split('\n\n').slice(0, -1)
  const events = sent.map((text) =>
    Object.fromEntries(text.split('\n').map((line) => line.split(/: (.*)/, 2))),
  )
  expect(events.at(-1)).toEqual({ event: 'done', data: '[DONE]' })
  expect(events.slice(0, -1).map(({ id }) => Number(id))).toEqual(
    events.slice(0, -1).map((_, index) => index + 1),
  )
  const data = events.slice(0, -1).map(({ data }) => JSON.parse(data ?? ''))
  const answer = data.filter(({ type }) => type === 'field').map(({ delta }) => delta)
  expect(answer.join('')).toBe('Because.\n\ndata: no')
  expect(data.at(-1)).toEqual({
    type: 'prediction',
    prediction: { answer: 'Because.\n\ndata: no' },
  })
})

test('an error is a last event that tells its code and nothing else', async () => {
  const lm: LM = {
    model: 'test/down',
    generate: () => Promise.reject(new LMServerError('the secret of the server')),
    stream() {
      throw new LMServerError('the secret of the server')
    },
  }
  const run = () => streamify(new Predict('question -> answer'))({ question: 'why?' }, { lm })
  const text = await toResponse(run()).text()
  expect(text).toBe(
    'event: error\ndata: {"type":"error","code":"lm_server","message":"The answer could not be completed."}\n\n' +
      'event: done\ndata: [DONE]\n\n',
  )
  const own = await toResponse(run(), { errorMessage: (error) => String(error) }).text()
  expect(own).toContain('the secret of the server')
})

test('what cannot be written as JSON is told of all the same', async () => {
  async function* events() {
    yield { type: 'tool-end', value: 12n }
  }
  expect(await new Response(toSSE(events())).text()).toContain('"value":"12"')
})

test('comments keep a silent connection alive, and none are sent to who does not read', async () => {
  let release: () => void = () => {}
  const silence = new Promise<void>((resolve) => {
    release = resolve
  })
  async function* events() {
    await silence
    yield { type: 'field' }
  }
  const reader = toSSE(events(), { heartbeatMs: 20 }).getReader()
  const decoder = new TextDecoder()
  expect(decoder.decode((await reader.read()).value)).toBe(':\n\n')
  await new Promise((resolve) => setTimeout(resolve, 200))
  const queued = performance.now()
  expect(decoder.decode((await reader.read()).value)).toBe(':\n\n')
  expect(performance.now() - queued).toBeLessThan(150)
  release()
  let text = ''
  while (!text.includes('[DONE]')) text += decoder.decode((await reader.read()).value)
  expect(text.match(/^:\n\n/gm)?.length ?? 0).toBeLessThan(3)
})

test('a heartbeat that is no time is refused', () => {
  async function* events() {
    yield { type: 'field' }
  }
  expect(() => toSSE(events(), { heartbeatMs: 0 })).toThrow('heartbeatMs')
})

test('a reader who goes away aborts the program and closes the stream of the LM', async () => {
  const { lm, closed } = endless('word ')
  const { port, ends } = await serve(lm)
  const socket = connect(port, '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  await once(socket, 'data')
  socket.destroy()
  await until(() => ends.length > 0)
  expect(ends[0]).toMatchObject({ code: 'aborted' })
  await until(closed)
})

test('a reader who stands still makes the LM wait, and nothing piles up', async () => {
  const { lm, told, closed } = endless('x'.repeat(1000))
  const { port } = await serve(lm)
  const socket = connect(port, '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  await once(socket, 'data')
  socket.pause()
  let before = -1
  await until(() => {
    const isStill = told() === before
    before = told()
    return isStill
  })
  // A few megabytes fit into the sockets of the system.
  expect(told()).toBeLessThan(20_000)
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(told()).toBe(before)
  socket.resume()
  await until(() => told() > before + 1000)
  socket.destroy()
  await until(closed)
})

test('a stream that is cancelled before it was read starts nothing', async () => {
  let started = false
  async function* events() {
    started = true
    yield { type: 'field' }
  }
  await toSSE(events()).cancel()
  expect(started).toBe(false)
})

test('the other end reads the same events, and hears of an error as one', async () => {
  const run = (lm: LM) => streamify(new Predict('question -> answer'))({ question: 'why?' }, { lm })
  const sent = []
  for await (const event of run(new MockLM({ answer: 'Because.' }))) sent.push({ ...event })
  const read = []
  const response = toResponse(run(new MockLM({ answer: 'Because.' })))
  for await (const event of fromSSE<{ answer: string }>(response)) read.push(event)
  expect(read).toEqual(JSON.parse(JSON.stringify(sent)))

  const failed = async () => {
    for await (const event of fromSSE(toResponse(run(new MockLM([]))))) void event
  }
  await expect(failed()).rejects.toThrow('The answer could not be completed.')
  const cut = async () => {
    for await (const event of fromSSE(new Response('event: x\ndata: {"type":"status"}\n\n')))
      void event
  }
  await expect(cut()).rejects.toThrow('cut off')
  const refused = async () => {
    for await (const event of fromSSE(new Response('no', { status: 502 }))) void event
  }
  await expect(refused()).rejects.toThrow('502')
})
