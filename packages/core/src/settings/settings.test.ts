import { expect, test } from 'vitest'
import { Module } from '../module/module.ts'
import { Predict } from '../predict/predict.ts'
import { MockLM } from '../testing/mock-lm.ts'
import type { CallEnd, CallStart } from './callback.ts'
import { context } from './context.ts'
import { traced } from './traced.ts'
import { trackUsage } from './track-usage.ts'

class Twice extends Module<{ a: string }, { b: string }> {
  one = new Predict('a -> b')
  override async forward({ a }: { a: string }) {
    const [first] = await Promise.all([this.one({ a }), this.one({ a })])
    return first
  }
}

const delayed = (b: string) =>
  new MockLM(
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 2))
      return `[[ ## b ## ]]\n${b}`
    },
    { model: b },
  )

test('contexts that run at the same time keep apart', async () => {
  const program = new Twice()
  const names = Array.from({ length: 20 }, (_, index) => `lm${index}`)
  const results = await Promise.all(
    names.map((name) => context({ lm: delayed(name) }, () => program({ a: 'x' }))),
  )
  expect(results.map(({ b }) => b)).toEqual(names)
})

test('a context hides only what it sets, and ends with its function', async () => {
  const told: string[] = []
  const callbacks = [{ onLMStart: () => told.push('lm') }]
  await context({ callbacks }, () =>
    context({ lm: delayed('inner') }, () => new Twice()({ a: 'x' })),
  )
  expect(told).toEqual(['lm', 'lm'])
})

test('usage is tracked across concurrent calls, by model, and nested trackers count both', async () => {
  const { result, usage } = await trackUsage(() =>
    trackUsage(() => context({ lm: delayed('m') }, () => new Twice()({ a: 'x' }))),
  )
  expect(result.usage.calls).toBe(2)
  expect(usage.calls).toBe(2)
  expect(Object.keys(usage.byModel)).toEqual(['m'])
})

test('a trace tells every predictor call', async () => {
  const program = new Twice()
  const { trace } = await traced(() => context({ lm: delayed('m') }, () => program({ a: 'x' })))
  expect(trace).toEqual([
    { predictor: program.one, inputs: { a: 'x' }, outputs: { b: 'm' } },
    { predictor: program.one, inputs: { a: 'x' }, outputs: { b: 'm' } },
  ])
})

test('callbacks hear of every call with its parent, and of errors', async () => {
  const starts: [string, CallStart][] = []
  const ends: CallEnd[] = []
  const start = (kind: string) => (event: CallStart) => starts.push([kind, event])
  const end = (event: CallEnd) => ends.push(event)
  const callback = {
    onModuleStart: start('module'),
    onModuleEnd: end,
    onLMStart: start('lm'),
    onLMEnd: end,
    onAdapterFormatStart: start('format'),
    onAdapterFormatEnd: end,
    onAdapterParseStart: start('parse'),
    onAdapterParseEnd: end,
  }
  const lm = new MockLM({ b: 'x' })
  await context({ lm, callbacks: [callback] }, () => new Predict('a -> b')({ a: '1' }))
  expect(starts.map(([kind]) => kind)).toEqual(['module', 'format', 'lm', 'parse'])
  const [module] = starts.map(([, event]) => event)
  expect(starts.slice(1).every(([, event]) => event.parentId === module?.callId)).toBe(true)
  expect(new Set(starts.map(([, event]) => event.callId))).toEqual(
    new Set(ends.map(({ callId }) => callId)),
  )

  ends.length = 0
  await context({ lm: new MockLM([]), callbacks: [callback] }, () =>
    new Predict('a -> b')({ a: '1' }),
  ).catch(() => undefined)
  expect(ends.filter(({ error }) => error !== undefined)).toHaveLength(2)
})

test('a callback that throws is warned of and breaks nothing', async () => {
  const warnings: string[] = []
  const listen = (warning: Error) => warnings.push(warning.message)
  process.on('warning', listen)
  const callbacks = [
    {
      onLMStart: () => {
        throw new Error('broken observer')
      },
    },
  ]
  const { b } = await context({ lm: new MockLM({ b: 'x' }), callbacks }, () =>
    new Predict('a -> b')({ a: '1' }),
  )
  await new Promise((resolve) => setTimeout(resolve, 5))
  process.off('warning', listen)
  expect(b).toBe('x')
  expect(warnings.join()).toContain('broken observer')
})
