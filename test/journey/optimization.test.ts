import { embedded } from '@ockham/adapters'
import { example, type LM, Predict } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { BootstrapFewShot, CheapestAdequate, LabeledFewShot } from '@ockham/optimizers'
import { expect, expectTypeOf, test } from 'vitest'

const classify = new Predict("text -> label: 'even' | 'odd'")
type Row = { text: string; label: 'even' | 'odd' }
const rows: Row[] = Array.from({ length: 120 }, (_, index) => ({
  text: `${index}`,
  label: index % 2 === 0 ? 'even' : 'odd',
}))
const dataset = rows.map((row) => example(row, { inputs: ['text'] }))
const trainset = dataset.slice(0, 20)
const devset = dataset.slice(20)
const metric = (gold: Row, prediction: { label: string }): boolean =>
  gold.label === prediction.label

/** An LM that is right for all but every nth number. */
function counting(model: string, wrongEvery: number, costUSD: number): LM {
  return new MockLM(
    ({ messages }) => {
      const number = Number(/text ## \]\]\n(\d+)/.exec(String(messages.at(-1)?.content))?.[1])
      const even = (number % 2 === 0) !== (number % wrongEvery === 0)
      return `[[ ## label ## ]]\n${even ? 'even' : 'odd'}`
    },
    { model, costUSD },
  )
}

const nano = counting('test/nano', 2, 0.0001)
const small = counting('test/small', 19, 0.001)
const large = counting('test/large', 1000, 0.01)

test('demonstrations are bootstrapped from a teacher, and the program given stays as it is', async () => {
  const before = classify.dumpState()
  const teacher = classify.copy()
  teacher.setLM(large)
  const { program, report } = await new BootstrapFewShot({
    metric,
    maxBootstrappedDemos: 4,
  }).compile(classify, { trainset, teacher })
  expectTypeOf(program).toEqualTypeOf(classify)
  expect(report.bootstrapped).toBe(4)
  expect(program.demos).toHaveLength(16)
  expect(program.demos[0]).toEqual({ text: '1', label: 'odd' })
  expect(classify.dumpState()).toEqual(before)
})

test('labelled examples become demonstrations', async () => {
  const { program } = await new LabeledFewShot({ k: 5 }).compile(classify, { trainset })
  expect(program.demos).toHaveLength(5)
})

test('the cheapest adequate model is chosen, certified and bound', async () => {
  const selection = await new CheapestAdequate({
    metric,
    models: [large, nano, small],
    floor: 0.85,
    confidence: 0.95,
    certificate: 'devset',
    assignment: 'uniform',
    budget: { usd: 2, calls: 5000 },
    seed: 0,
  }).compile(classify, { devset })
  expect(selection.report).toMatchObject({ choice: { self: 'test/small' }, certified: true })
  expect(selection.program.lm).toBe(small)
  const verdicts = Object.fromEntries(
    selection.report.candidates.map(({ model, verdict }) => [model, verdict]),
  )
  expect(verdicts).toEqual({
    'test/nano': 'rejected',
    'test/small': 'certified',
    'test/large': 'not-needed',
  })
  const [first] = selection.report.candidates
  expectTypeOf(first?.meanScore).toEqualTypeOf<number | undefined>()
  expect(selection.report.calls).toBeLessThan(3 * devset.length)
  expect(selection.report.costUSD).toBeLessThan(2)
  expect((await selection.program({ text: '4' })).label).toBe('even')
})

test('a reference that nothing cheaper matches is kept, without a certificate', async () => {
  const { program, report } = await new CheapestAdequate({
    metric,
    models: [nano],
    reference: large,
    tolerance: 0.02,
  }).compile(classify, { devset })
  expect([report.certified, report.choice]).toEqual([false, { self: 'test/large' }])
  expect(program.lm).toBe(large)
})

test.each([{ calls: 25 }, { usd: 0.03 }])('a budget of %o is never exceeded', async (budget) => {
  const options = { metric, models: [nano, small, large], floor: 0.85, budget }
  const { report } = await new CheapestAdequate(options).compile(classify, { devset })
  expect(report.calls).toBeLessThanOrEqual(budget.calls ?? Number.POSITIVE_INFINITY)
  expect(report.costUSD).toBeLessThanOrEqual(budget.usd ?? Number.POSITIVE_INFINITY)
})

test('the embedded model runs it all offline', async () => {
  const program = classify.copy()
  program.setLM(embedded('small'))
  const { report } = await new CheapestAdequate({
    metric,
    models: [embedded('nano'), embedded('small')],
    floor: 0.1,
  }).compile(program, { devset: devset.slice(0, 20) })
  expect(report.certified).toBe(true)
})
