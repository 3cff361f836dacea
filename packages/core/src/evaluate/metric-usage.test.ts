import { expect, test } from 'vitest'
import { example } from '../example/example.ts'
import { Predict } from '../predict/predict.ts'
import { trackUsage } from '../settings/track-usage.ts'
import { MockLM } from '../testing/mock-lm.ts'
import { evaluate } from './evaluate.ts'

const program = new Predict('question -> answer')
program.lm = new MockLM({ answer: 'yes' }, { model: 'mock/cheap', costUSD: 0.01 })
const judge = new Predict('answer -> good: bool')
judge.lm = new MockLM({ good: true }, { model: 'mock/judge', costUSD: 1 })
const metric = async (_gold: object, { answer }: { answer: string }): Promise<boolean> =>
  (await judge({ answer })).good
const devset = [example({ question: 'q', answer: 'yes' }, { inputs: ['question'] })]

test('what the metric spends is told apart from what the program spends', async () => {
  const result = await evaluate(program, { devset, metric })
  expect(result.metricUsage).toMatchObject({ calls: 1, costUSD: 1, lastModel: 'mock/judge' })
  expect(result.usage).toMatchObject({ calls: 1, costUSD: 0.01, lastModel: 'mock/cheap' })
  expect(result.costUSD).toBe(0.01)
  expect(result.rows[0]?.costUSD).toBe(0.01)
})

test('whoever tracks usage around an evaluation hears of both', async () => {
  const { usage } = await trackUsage(() => evaluate(program, { devset, metric }))
  expect(usage.costUSD).toBeCloseTo(1.01)
})

test('a metric that fails has spent what it spent', async () => {
  const { metricUsage, rows } = await evaluate(program, {
    devset,
    metric: async (gold, prediction) => {
      await metric(gold, prediction)
      throw new Error('after the call')
    },
  })
  expect(metricUsage.calls).toBe(1)
  expect(rows[0]?.score).toBe(0)
})

test("an abort reaches the metric's own calls", async () => {
  const controller = new AbortController()
  let seen: AbortSignal | undefined
  const slow = new Predict('answer -> good: bool')
  slow.lm = new MockLM(({ signal }) => {
    seen = signal
    controller.abort()
    return new Promise(() => undefined)
  })
  const call = evaluate(program, {
    devset,
    metric: async (_gold, { answer }) => (await slow({ answer })).good,
    signal: controller.signal,
  })
  await expect(call).rejects.toThrow(/abort/i)
  expect(seen?.aborted).toBe(true)
})
