import { cached, example, type LM, LMServerError, Predict } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { isRight, type QuizLM, quiz, quizLM } from '../__fixtures__/quiz.ts'
import { CheapestAdequate } from './cheapest-adequate.ts'

const program = new Predict('question -> answer')
const devset = quiz(200)
const lm = (model: string, costUSD: number, accuracy = 1): QuizLM =>
  quizLM({ model: `test/${model}`, costUSD, accuracy })
const broken = (model: string): LM =>
  quizLM({
    model: `test/${model}`,
    accuracy: 1,
    onCall: () => {
      throw new LMServerError('down')
    },
  })

describe('what fails alike is not as good:', () => {
  it.each(['devset', 'population'] as const)(
    'a reference that always fails certifies nothing of a %s',
    async (certificate) => {
      const models = [lm('poor', 0.01, 0.3)]
      const reference = broken('down')
      const options = { metric: isRight, models, reference, tolerance: 0.1, certificate }
      const { report } = await new CheapestAdequate(options).compile(program, { devset })
      expect(report.certified).toBe(false)
    },
  )

  it('nor does a metric that always throws', async () => {
    const metric = (): number => {
      throw new Error('oh')
    }
    const options = { metric, models: [lm('small', 0.01)], reference: lm('large', 0.1) }
    const { report } = await new CheapestAdequate(options).compile(program, { devset })
    expect(report.certified).toBe(false)
  })
})

describe('examples that JSON shows alike', () => {
  const [odd, even] = [() => 1, () => 1]

  it.each([
    ['sets', (index: number): unknown => new Set([index % 2 === 0 ? 'yes' : 'no'])],
    ['functions', (index: number): unknown => (index % 2 === 0 ? odd : even)],
  ])('are told apart by their %s', async (_, wanted) => {
    const golds = Array.from({ length: 100 }, (_, index) =>
      example({ question: 'the same', wanted: wanted(index) }, { inputs: ['question'] }),
    )
    const { report } = await new CheapestAdequate<{ wanted: unknown }, { answer: string }>({
      metric: ({ wanted }) => (wanted instanceof Set ? wanted.has('yes') : wanted === odd),
      models: [lm('any', 0.01)],
      floor: 0.7,
    }).compile(program, { devset: golds })
    expect(report.certified).toBe(false)
    expect(report.candidates[0]?.meanScore).toBeLessThan(0.7)
    expect(report.candidates[0]?.meanScore).toBeGreaterThan(0.3)
  })
})

it('knows the prices of what a cache answers, by what it cost before', async () => {
  const models = [cached(lm('large', 0.1)), cached(lm('small', 0.01, 0.95))]
  const select = () =>
    new CheapestAdequate({ metric: isRight, models, floor: 0.8 }).compile(program, { devset })
  const [cold, warm] = [await select(), await select()]
  expect(warm.report.calls).toBe(0)
  expect(warm.report.choice).toEqual({ self: 'test/small' })
  expect(warm.report.candidates.map(({ costPerExampleUSD }) => costPerExampleUSD)).toEqual(
    cold.report.candidates.map(({ costPerExampleUSD }) => costPerExampleUSD),
  )
})

it('keeps a model that was quick enough where none is certified', async () => {
  const slow = quizLM({ model: 'test/slow', costUSD: 0.001, accuracy: 1, delay: () => 60 })
  const { report } = await new CheapestAdequate({
    metric: isRight,
    models: [slow, lm('quick', 0.01, 0.9)],
    floor: 0.8,
    certificate: 'population',
    latency: { milliseconds: 50, share: 0.9 },
    concurrency: 24,
  }).compile(program, { devset: quiz(24) })
  expect(report).toMatchObject({ certified: false, choice: { self: 'test/quick' } })
})

it('makes no cascade of a model that is too slow', async () => {
  const slow = quizLM({ model: 'test/slow', costUSD: 0.001, accuracy: 0.9, delay: () => 80 })
  const { report } = await new CheapestAdequate({
    metric: isRight,
    models: [slow, lm('mid', 0.01, 0.95), lm('dear', 0.1)],
    floor: 0.7,
    assignment: 'cascade',
    latency: { milliseconds: 60, share: 0.8 },
    concurrency: 60,
  }).compile(program, { devset: quiz(180) })
  expect(report).toMatchObject({ certified: true, choice: { self: 'test/mid' } })
})

it('says what is wrong with data that no compiler has looked at', async () => {
  const optimizer = new CheapestAdequate({ metric: isRight, models: [lm('any', 0)], floor: 0.5 })
  const compile = (options: object) => optimizer.compile(program, options as never)
  await expect(compile({})).rejects.toThrow('`devset` is missing')
  await expect(compile({ devset, date: new Date('no') })).rejects.toThrow('`date` is no valid date')
})
