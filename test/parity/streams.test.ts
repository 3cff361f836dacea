import {
  ChatAdapter,
  JSONAdapter,
  type LM,
  type LMStreamEvent,
  Predict,
  type StreamEvent,
  streamify,
  XMLAdapter,
} from '@ockham/core'
import { describe, expect, test } from 'vitest'
import { type RecordedSignature, recordedSignature, vectors } from './vectors.ts'

interface RecordedStream {
  id: string
  adapter: 'chat' | 'json' | 'xml'
  signature: RecordedSignature
  pieces: string[]
  fields: Record<string, { text: string; told: string; same: boolean }>
}

const adapters = { chat: new ChatAdapter(), json: new JSONAdapter(), xml: new XMLAdapter() }
const streams = vectors<RecordedStream>('streams')

/** An LM that streams these pieces. */
function scripted(pieces: readonly string[]): LM {
  const usage = { inputTokens: 1, outputTokens: 1 }
  return {
    model: 'scripted/model',
    generate: () => Promise.reject(new Error('streams only')),
    async *stream(): AsyncGenerator<LMStreamEvent> {
      for (const text of pieces) yield { type: 'text-delta', index: 0, text }
      const outputs = [{ text: pieces.join(''), finishReason: 'stop' as const }]
      yield { type: 'finish', response: { model: 'scripted/model', outputs, usage } }
    },
  }
}

/** What a reader sees of each field: its text, and how often it was said to be over. */
async function seen(
  { adapter, signature }: RecordedStream,
  pieces: readonly string[],
): Promise<Record<string, { text: string; ends: number }>> {
  const program = streamify(new Predict(recordedSignature(signature)))
  const fields: Record<string, { text: string; ends: number }> = {}
  const options = { lm: scripted(pieces), adapter: adapters[adapter] }
  const events: AsyncIterable<StreamEvent<object>> = program({ question: 'why?' }, options)
  for await (const event of events) {
    expect(event.type).not.toBe('restart')
    if (event.type !== 'field') continue
    const before = fields[event.field] ?? { text: '', ends: 0 }
    expect(before.ends, 'nothing comes after the end').toBe(0)
    fields[event.field] = { text: before.text + event.delta, ends: event.done ? 1 : 0 }
  }
  return fields
}

function expected({ fields }: RecordedStream): Record<string, { text: string; ends: number }> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { text }]) => [name, { text, ends: 1 }]),
  )
}

/** A small seeded generator: failures must come back. */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function cutAnew(reply: string, random: (below: number) => number): string[] {
  const most = [1, 2, 3, 7, 40][random(5)] ?? 1
  const pieces: string[] = []
  for (let at = 0; at < reply.length; ) {
    const size = 1 + random(most)
    pieces.push(reply.slice(at, at + size))
    at += size
  }
  return pieces
}

describe('streams in the pieces that DSPy was fed', () => {
  test('there are enough of them, and DSPy tells most as it parses them', () => {
    const same = streams.filter(({ fields }) => Object.values(fields).every((one) => one.same))
    expect(streams.length).toBeGreaterThanOrEqual(500)
    expect(same.length).toBeGreaterThanOrEqual(300)
  })

  test.each(streams)('$id: each field is told as it is parsed, and ends once', async (stream) => {
    expect(await seen(stream, stream.pieces)).toEqual(expected(stream))
  })

  test.each(streams)('$id: cut anywhere else, it tells the same', async (stream) => {
    const random = generator(stream.pieces.length)
    const reply = stream.pieces.join('')
    const cuts = [reply.split(''), [reply], cutAnew(reply, random), cutAnew(reply, random)]
    for (const pieces of cuts) {
      expect(await seen(stream, pieces)).toEqual(expected(stream))
    }
  })
})
