import { ChainOfThought, cascade, evaluate, Predict } from '@ockham/core'
import { OutcomeTable } from '@ockham/core/testing'
import { CheapestAdequate } from '@ockham/optimizers'
import { expect, test } from 'vitest'
import { Random } from '../fuzz/random.ts'

const models = {
  nano: { accuracy: 0.6, cents: 0.1 },
  small: { accuracy: 0.82, cents: 0.4 },
  medium: { accuracy: 0.95, cents: 1.5 },
  large: { accuracy: 0.98, cents: 9 },
}

/** CSV of 200 questions, with the answer and the cost of each model; one in fifty answers is missing. */
function outcomes(seed: number): string {
  const random = new Random(seed)
  const names = Object.keys(models)
  const lines = Array.from({ length: 200 }, (_, index) => {
    const right = Math.floor(random.next() * 1000)
    const cells = Object.values(models).map(({ accuracy, cents }) => {
      const answer = random.next() < accuracy ? right : right + 1 + Math.floor(random.next() * 3)
      return `${random.next() < 0.02 ? '' : answer},${(cents * (0.5 + random.next())).toFixed(4)}`
    })
    return `q${index},"What is ${right}, once more?",${right},${cells.join(',')}`
  })
  const header = names.map((name) => `${name}:answer,${name}:cents`).join(',')
  return [`id,question,right,${header}`, ...lines].join('\n')
}

const table = OutcomeTable.fromCSV(outcomes(1), {
  example: 'id',
  inputs: ['question', 'id'],
  answer: '{model}:answer',
  cost: '{model}:cents',
  costUnit: 'cent',
  label: 'right',
  models: ['nano', 'small', 'medium', 'large'],
})
const devset = table.devset()
const { metric } = table
const program = new Predict('id, question -> answer')

test('evaluating each model on a table gives what its summary says, at the recorded cost', async () => {
  for (const { model, meanScore, costUSD } of table.summary()) {
    program.lm = table.lm(model)
    const result = await evaluate(program, { devset, metric })
    expect(result.score).toBeCloseTo(meanScore, 12)
    expect(result.costUSD).toBeCloseTo(costUSD ?? -1, 12)
    expect(result.rows.every(({ error }) => error === undefined)).toBe(true)
  }
})

test.each([0.5, 0.7, 0.85])(
  'CheapestAdequate chooses by a floor of %d what the table says, for less than all of it costs',
  async (floor) => {
    const summary = table.summary()
    const adequate = summary
      .filter(({ meanScore }) => meanScore >= floor)
      .toSorted((one, other) => (one.costUSD ?? 0) - (other.costUSD ?? 0))[0]
    const all = summary.reduce((sum, { costUSD }) => sum + (costUSD ?? 0), 0)
    for (const seed of [0, 1, 2, 3, 4]) {
      const optimizer = new CheapestAdequate({ metric, models: table.lms(), floor, seed })
      const { program: chosen, report } = await optimizer.compile(program, { devset })
      expect(report).toMatchObject({ choice: { self: adequate?.model }, certified: true })
      expect(chosen.lm?.model).toBe(adequate?.model)
      expect(report.costUSD).toBeLessThan(all / 4)
      expect(report.candidates.map(({ failed }) => failed)).toEqual([0, 0, 0, 0])
    }
  },
)

test('CheapestAdequate holds a table to a reference, for a chain of thought within a budget', async () => {
  const models = [table.lm('nano'), table.lm('small'), table.lm('medium')]
  const { report } = await new CheapestAdequate({
    metric,
    models,
    reference: table.lm('large'),
    tolerance: 0.1,
    budget: { usd: 100 },
  }).compile(new ChainOfThought('id, question -> answer'), { devset })
  expect(report).toMatchObject({ choice: { predict: 'medium' }, certified: true })
})

test('a cascade of LMs of a table answers and costs what their rows say together', async () => {
  const isEven = (text = '') => /[02468](?!\d)/.test(text)
  program.lm = cascade([table.lm('small'), table.lm('large')], {
    confidence: (_request, { outputs }) => isEven(outputs[0]?.text.split('## answer ## ]]')[1]),
  })
  let [right, expectedCost] = [0, 0]
  for (const { id, answer } of devset) {
    const [small, large] = [table.outcome(id, 'small'), table.outcome(id, 'large')]
    const isAccepted = isEven(small?.answer)
    right += Number((isAccepted ? small : large)?.answer === answer)
    expectedCost += (small?.costUSD ?? 0) + (isAccepted ? 0 : (large?.costUSD ?? 0))
  }
  const { score, costUSD } = await evaluate(program, { devset, metric })
  expect(score).toBeCloseTo(right / devset.length, 12)
  expect(costUSD).toBeCloseTo(expectedCost, 12)
})
