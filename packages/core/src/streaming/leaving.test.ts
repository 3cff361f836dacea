import { getEventListeners, once } from 'node:events'
import {
  Agent,
  createServer,
  get,
  type Agent as HTTPAgent,
  type IncomingMessage,
  type Server,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LM } from '../lm/lm.ts'
import { Module } from '../module/module.ts'
import { Predict } from '../predict/predict.ts'
import { finish, piece, streamingLM } from './__fixtures__/streaming-lm.ts'
import type { ProgramStream } from './streamify.ts'
import { streamify } from './streamify.ts'

const unhandled = vi.fn()
let agent: HTTPAgent
let server: Server
/** Answers that the server has begun, and those whose connection it has seen end. */
let opened = 0
let closed = 0

/** Waits without a timer, which would be one of those that are counted. */
async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + 10_000
  while (!isSo()) {
    expect(performance.now(), 'it never came to be so').toBeLessThan(end)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

beforeEach(async () => {
  await until(() => !held().includes('TCPSocketWrap'))
  process.on('unhandledRejection', unhandled)
  agent = new Agent()
  opened = 0
  closed = 0
  server = createServer((_request, response) => {
    opened += 1
    response.write('[[ ## answer ## ]]\n')
    const timer = setInterval(() => response.write('word '), 1)
    response.on('close', () => {
      clearInterval(timer)
      closed += 1
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})

afterEach(async () => {
  agent.destroy()
  server.close()
  process.off('unhandledRejection', unhandled)
  expect(unhandled).not.toHaveBeenCalled()
})

/** An LM that reads an endless answer from a real socket. */
function endlessLM(): LM {
  return streamingLM(async function* ({ signal }) {
    const { port } = server.address() as AddressInfo // a server on a port has one
    const request = get({ port, host: '127.0.0.1', agent, ...(signal ? { signal } : {}) })
    const [response]: IncomingMessage[] = await once(request, 'response')
    if (!response) throw new Error('no response')
    response.setEncoding('utf8')
    try {
      for await (const text of response) yield piece(String(text))
      yield finish('')
    } finally {
      response.destroy()
    }
  })
}

class Two extends Module<{ question: string }, { answer: string }> {
  left = new Predict('question -> answer')
  right = new Predict('question -> answer')
  override async forward(inputs: { question: string }) {
    const [left] = await Promise.all([this.left(inputs), this.right(inputs)])
    return left
  }
}

const held = (): string[] =>
  process.getActiveResourcesInfo().filter((name) => name === 'Timeout' || name === 'TCPSocketWrap')

type Stream = ProgramStream<{ answer: string }>

async function breakAfter(stream: Stream, events: number): Promise<void> {
  let read = 0
  for await (const _ of stream) if (++read >= events) break
}

test.each<[string, (stream: Stream, abort: AbortController) => Promise<unknown>]>([
  ['a `break`', (stream) => breakAfter(stream, 5)],
  ['a `break` at the first event', (stream) => breakAfter(stream, 1)],
  [
    'a `return()` while an event is waited for',
    async (stream) => {
      const iterator = stream[Symbol.asyncIterator]()
      const waiting = iterator.next()
      await iterator.return?.()
      expect((await waiting).done).toBe(true)
      expect((await iterator.next()).done).toBe(true)
    },
  ],
  [
    'an error in the loop',
    async (stream) => {
      const reading = async (): Promise<void> => {
        for await (const _ of stream) throw new RangeError('mine')
      }
      await expect(reading()).rejects.toThrow(RangeError)
    },
  ],
  [
    'an abort',
    async (stream, abort) => {
      setTimeout(() => abort.abort(), 20)
      await expect(breakAfter(stream, Number.POSITIVE_INFINITY)).rejects.toMatchObject({
        code: 'aborted',
      })
    },
  ],
  [
    'an abort of a stream that nobody reads',
    async (stream, abort) => {
      setTimeout(() => abort.abort(), 20)
      await expect(stream.prediction).rejects.toMatchObject({ code: 'aborted' })
    },
  ],
])('after %s no socket, timer, listener or promise is left', async (_name, leave) => {
  const before = held()
  const abort = new AbortController()
  const options = { lm: endlessLM(), signal: abort.signal }
  const stream = streamify(new Two())({ question: '?' }, options)
  await leave(stream, abort)
  await expect(stream.prediction).rejects.toMatchObject({ code: 'aborted' })
  await until(() => closed === opened)
  await until(() => held().length <= before.length)
  expect(closed).toBe(opened)
  expect(getEventListeners(abort.signal, 'abort')).toEqual([])
})

test('a stream that ends by itself lets the signal go', async () => {
  const { signal } = new AbortController()
  const lm = streamingLM(async function* () {
    yield finish('[[ ## answer ## ]]\nx')
  })
  await breakAfter(
    streamify(new Two())({ question: '?' }, { lm, signal }),
    Number.POSITIVE_INFINITY,
  )
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

test('an abort leaves nothing to read but itself', async () => {
  const abort = new AbortController()
  const lm = streamingLM(async function* () {
    yield piece('[[ ## answer ## ]]\n')
    for (let index = 0; index < 1000; index += 1) yield piece('word ')
    yield finish('')
  })
  const iterator = streamify(new Predict('question -> answer'))(
    { question: '?' },
    { lm, signal: abort.signal },
  )[Symbol.asyncIterator]()
  await iterator.next()
  await new Promise((resolve) => setTimeout(resolve, 20))
  abort.abort()
  await expect(iterator.next()).rejects.toMatchObject({ code: 'aborted' })
  expect((await iterator.next()).done).toBe(true)
})

test('a signal that fired before ends the stream before any call', async () => {
  const asked = vi.fn()
  const lm = streamingLM(async function* () {
    asked()
    yield finish('')
  })
  const stream = streamify(new Two())({ question: '?' }, { lm, signal: AbortSignal.abort() })
  await expect(stream.prediction).rejects.toMatchObject({ code: 'aborted' })
  expect(asked).not.toHaveBeenCalled()
})

test('a stream within a program ends with the program around it', async () => {
  class Outer extends Module<{ question: string }, { answer: string }> {
    inner = new Predict('question -> answer')
    override forward(inputs: { question: string }) {
      return streamify(this.inner)(inputs).prediction
    }
  }
  const abort = new AbortController()
  const call = new Outer()({ question: '?' }, { lm: endlessLM(), signal: abort.signal })
  setTimeout(() => abort.abort(), 20)
  await expect(call).rejects.toMatchObject({ code: 'aborted' })
  await until(() => closed === opened)
})
