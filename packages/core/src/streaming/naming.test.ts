import { expect, test } from 'vitest'
import { Module } from '../module/module.ts'
import { Predict } from '../predict/predict.ts'
import type { CallOptions } from '../settings/call-options.ts'
import { MockLM } from '../testing/mock-lm.ts'
import { collect, collectFields, textsOf } from './__fixtures__/collect.ts'
import { finish, piece, streamingLM } from './__fixtures__/streaming-lm.ts'
import { streamify } from './streamify.ts'

const echo = (): MockLM =>
  new MockLM(({ messages }) => {
    const asked = String(messages.at(-1)?.content).match(/\]\]\n(.*)\n/)?.[1]
    return `[[ ## line ## ]]\nabout ${asked}\n\n[[ ## completed ## ]]`
  })

class EachLine extends Module<{ topics: string[] }, { lines: string[] }> {
  write = new Predict('topic -> line')
  /** The same predictor under a second name. */
  again: Predict<'topic -> line'> = this.write
  override async forward({ topics }: { topics: string[] }) {
    const lines = await Promise.all(topics.map((topic) => this.write({ topic })))
    return { lines: lines.map(({ line }) => line) }
  }
}

test('calls of one predictor at the same time can be told apart', async () => {
  const events = await collectFields(
    streamify(new EachLine())({ topics: ['rain', 'sun', 'fog'] }, { lm: echo() }),
  )
  expect(textsOf(events)).toEqual({
    'write/line': 'about rain',
    'write#2/line': 'about sun',
    'write#3/line': 'about fog',
  })
  expect(events.some((event) => event.callNumber === 1)).toBe(false)
})

test('a predictor that a program holds twice goes by its first name', async () => {
  const events = await collectFields(
    streamify(new EachLine())({ topics: ['rain'] }, { lm: echo() }),
  )
  expect(new Set(events.map(({ predictor }) => predictor))).toEqual(new Set(['write']))
})

test('a copy that a program makes of a part of itself goes by the name of that part', async () => {
  class Tries extends Module<{ topic: string }, { line: string }> {
    inner = new EachLine()
    override async forward({ topic }: { topic: string }) {
      const copy = this.inner.copy().copy()
      const { lines } = await copy({ topics: [topic] })
      return { line: lines.join() }
    }
  }
  const events = await collectFields(streamify(new Tries())({ topic: 'rain' }, { lm: echo() }))
  expect(textsOf(events)).toEqual({ 'inner.write/line': 'about rain' })
})

test('a plain function streams what the modules in it produce, by their names', async () => {
  const each = new EachLine()
  const program = streamify(async ({ topic }: { topic: string }) => {
    const { lines } = await each({ topics: [topic] })
    return each.write({ topic: lines.join() })
  })
  const stream = program({ topic: 'rain' }, { lm: echo() })
  const events = await collectFields(stream)
  expect(textsOf(events)).toEqual({
    'write/line': 'about rain',
    'write#2/line': 'about about rain',
  })
  expect((await stream.prediction).line).toBe('about about rain')
})

test('a plain function ends at an abort also where it listens to nothing', async () => {
  let seen: CallOptions | undefined
  const program = streamify(async (_inputs: { topic: string }, options?: CallOptions) => {
    seen = options
    return new Promise<never>(() => undefined)
  })
  const controller = new AbortController()
  const stream = program({ topic: 'rain' }, { signal: controller.signal, temperature: 0 })
  controller.abort(new Error('enough'))
  await expect(collect(stream)).rejects.toMatchObject({ code: 'aborted' })
  await expect(stream.prediction).rejects.toMatchObject({ cause: { message: 'enough' } })
  expect(seen).toMatchObject({ temperature: 0, signal: { aborted: true } })
})

test('predictors at work at the same time keep apart', async () => {
  class Two extends Module<{ topic: string }, { line: string }> {
    left = new Predict('topic -> line')
    right = new Predict('topic -> line')
    override async forward(inputs: { topic: string }) {
      const [left] = await Promise.all([this.left(inputs), this.right(inputs)])
      return left
    }
  }
  const lm = streamingLM(async function* () {
    yield piece('[[ ## line ## ]]\n')
    for (const word of ['a ', 'b ', 'c']) yield piece(word)
    yield finish('[[ ## line ## ]]\na b c')
  })
  const events = await collectFields(streamify(new Two())({ topic: 'x' }, { lm }))
  expect(textsOf(events)).toEqual({ 'left/line': 'a b c', 'right/line': 'a b c' })
  const order = events.map(({ predictor }) => predictor)
  expect(order.indexOf('right')).toBeLessThan(order.lastIndexOf('left'))
})
