import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { readAll } from '../__fixtures__/read-all.ts'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'
import { readEvents } from './read-events.ts'
import type { ServerEvent } from './server-event.ts'

function responseOf(bytes: Uint8Array, cuts: readonly number[] = []): Response {
  const places = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b)]
  const pieces = places.map((place, at) => bytes.slice(place, places[at + 1] ?? bytes.length))
  return new Response(ReadableStream.from(pieces))
}

const eventsOf = (response: Response): Promise<ServerEvent[]> => readAll(readEvents(response))

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

test.for([
  ['a byte order mark', '\uFEFFdata: a\n\ndata: b\n\n', ['a', 'b']],
  ['carriage returns', 'data: a\r\rdata: b\r\r', ['a', 'b']],
  ['both line ends', 'data: a\r\n\r\ndata: b\r\n\r\n', ['a', 'b']],
  ['no space after the colon', 'data:a\n\ndata:  b\n\n', ['a', ' b']],
  ['several data lines', 'data: a\ndata:\ndata: b\n\n', ['a\n\nb']],
  ['comments and unknown fields', ': hi\n\nfoo: bar\ndata: a\nretry: x\n\n', ['a']],
  ['characters of several bytes', 'data: ü東🦜\n\n', ['ü東🦜']],
] as const)('%s change nothing of the data, wherever the bytes are cut', async ([, text, data]) => {
  const bytes = bytesOf(text)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: bytes.length })), async (cuts) => {
      const events = await eventsOf(responseOf(bytes, cuts))
      expect(events.map((event) => event.data)).toEqual(data)
    }),
    { numRuns: 50 },
  )
})

test('an event has its name, and one that the body ends in says so', async () => {
  expect(await eventsOf(responseOf(bytesOf('event: done\ndata: {}\n\ndata: ha')))).toEqual([
    { event: 'done', data: '{}', isCut: false },
    { event: undefined, data: 'ha', isCut: true },
  ])
})

test('an event longer than the limit is an error and closes the connection', async () => {
  await using server = await scriptedServer(async (response) => {
    response.writeHead(200).write('data: ')
    while (!response.destroyed) {
      response.write('x'.repeat(10_000))
      await setImmediate()
    }
  })
  const response = await fetch(server.url, { method: 'POST', body: '{}' })
  const read = readAll(readEvents(response, { maxEventLength: 100_000 }))
  expect(String(await caught(read))).toContain('longer than 100000 characters')
  await server.clientClosed
})

test('leaving the loop closes the connection', async () => {
  await using server = await scriptedServer((response) => {
    response.writeHead(200).write('data: a\n\n')
  })
  const response = await fetch(server.url, { method: 'POST', body: '{}' })
  for await (const [event] of readEvents(response)) {
    expect(event?.data).toBe('a')
    break
  }
  await server.clientClosed
})

test('a line of 10 MB and 100,000 tiny pieces take linear time', async () => {
  const line = bytesOf(`data: ${'x'.repeat(10_000_000)}\n\n`)
  const cuts = Array.from({ length: 100_000 }, (_, at) => at * 100)
  const started = performance.now()
  const [event] = await eventsOf(responseOf(line, cuts))
  expect(event?.data).toHaveLength(10_000_000)
  // A quadratic reader takes minutes.
  expect(performance.now() - started).toBeLessThan(5000)
})
