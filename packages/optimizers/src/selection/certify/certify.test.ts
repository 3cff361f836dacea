import { Predict } from '@ockham/core'
import { OutcomeTable } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { isRight, type QuizLM, quiz, quizLM } from '../../__fixtures__/quiz.ts'
import { seededRandom } from '../../random/random.ts'
import { CheapestAdequate } from '../cheapest-adequate.ts'

const program = new Predict('question -> answer')
const lm = (name: string, costUSD: number, accuracy: number): QuizLM =>
  quizLM({ model: `test/${name}`, costUSD, accuracy })

describe('a population certificate', () => {
  it('takes more examples than the whole of a small devset, which certifies itself', async () => {
    const evaluated = async (certificate: 'devset' | 'population', size: number) => {
      const models = [lm('small', 0.01, 0.9)]
      const optimizer = new CheapestAdequate({ metric: isRight, models, floor: 0.85, certificate })
      const { report } = await optimizer.compile(program, { devset: quiz(size) })
      return [report.certified, report.candidates[0]?.evaluated] as const
    }
    expect((await evaluated('devset', 60))[0]).toBe(true)
    expect(await evaluated('population', 60)).toEqual([false, 60])
    const [certified, many] = await evaluated('population', 2000)
    expect(certified).toBe(true)
    expect(many).toBeLessThan(2000)
  })

  it('that compares tests behind its pilot, and only what the pilot gives hope for', async () => {
    const [poor, fair, large] = [lm('poor', 0.001, 0.5), lm('fair', 0.01, 1), lm('large', 0.1, 1)]
    const { report } = await new CheapestAdequate({
      metric: isRight,
      models: [poor, fair],
      reference: large,
      tolerance: 0.1,
      certificate: 'population',
    }).compile(program, { devset: quiz(1000) })
    expect(report.candidates.map(({ model, verdict }) => [model, verdict])).toEqual([
      ['test/poor', 'rejected'],
      ['test/fair', 'certified'],
      ['test/large', 'not-needed'],
    ])
    expect(poor.asked).toHaveLength(40)
    expect(report.certificate).toMatchObject({ kind: 'population', method: 'exact' })
  })

  it('by the approximate method is given more often for the same devset, and says what it is', async () => {
    // They differ on one example in ten, and neither is better.
    const rows = Array.from({ length: 300 }, (_, example) => ({
      example,
      small: example % 20 > 0,
      'small $': 1,
      large: example % 20 < 19,
      'large $': 10,
    }))
    const columns = { score: '{model}', cost: '{model} $', models: ['small', 'large'] } as const
    const table = OutcomeTable.fromRows(rows, columns)
    const certified = async (method: 'exact' | 'approximate'): Promise<number> => {
      const reports = [0, 1, 2, 3, 4, 5].map(async (seed) => {
        const { report } = await new CheapestAdequate({
          metric: table.metric,
          models: [table.lm('small')],
          reference: table.lm('large'),
          tolerance: 0.05,
          certificate: 'population',
          method,
          seed,
        }).compile(new Predict('example -> answer'), { devset: table.devset() })
        const says = report.certificate?.text.includes('(approximate)')
        expect(says).toBe(report.certified ? method === 'approximate' : undefined)
        return report.certified
      })
      return (await Promise.all(reports)).filter(Boolean).length
    }
    expect(await certified('approximate')).toBeGreaterThan(await certified('exact'))
  })

  it('is wrong seldom enough where no model is adequate', async () => {
    const random = seededRandom(5)
    const repetitions = 60
    let wrong = 0
    for (let repetition = 0; repetition < repetitions; repetition += 1) {
      // Each model is right on each example with a probability of 0.8 by itself, just below what is asked.
      const rows = Array.from({ length: 160 }, (_, example) => ({
        example,
        a: random.next() < 0.8,
        b: random.next() < 0.8,
        c: random.next() < 0.8,
      }))
      const table = OutcomeTable.fromRows(rows, { score: '{model}', models: ['a', 'b', 'c'] })
      const { report } = await new CheapestAdequate({
        metric: table.metric,
        models: table.lms(),
        floor: 0.81,
        certificate: 'population',
        seed: repetition,
      }).compile(new Predict('example -> answer'), { devset: table.devset() })
      if (report.certified) wrong += 1
    }
    const limit = 0.05 + 3 * Math.sqrt((0.05 * 0.95) / repetitions)
    expect(wrong / repetitions).toBeLessThanOrEqual(limit)
  })
})

describe('a latency', () => {
  const slow = (share: number): QuizLM => {
    const dozing = lm('slow', 0.001, 1)
    let calls = 0
    return quizLM({
      model: dozing.model,
      costUSD: 0.001,
      accuracy: 1,
      delay: () => ((calls++ * 7) % 20 < share * 20 ? 40 : 0),
    })
  }

  it('is asked for beside the quality: a cheap model that is good and slow is not chosen', async () => {
    const quick = lm('quick', 0.01, 1)
    const { report } = await new CheapestAdequate({
      metric: isRight,
      models: [slow(0.5), quick],
      floor: 0.8,
      latency: { milliseconds: 20, share: 0.8 },
      concurrency: 32,
    }).compile(program, { devset: quiz(120) })
    expect(report.choice).toEqual({ self: 'test/quick' })
    expect(report.candidates[0]).toMatchObject({ verdict: 'rejected', meanScore: 1 })
    expect(report.candidates[0]?.latency?.p95).toBeGreaterThan(30)
    expect(report.certificate?.latency).toEqual({ milliseconds: 20, share: 0.8 })
  })

  it('that enough examples keep to is certified with the quality', async () => {
    const { report } = await new CheapestAdequate({
      metric: isRight,
      models: [slow(0.1)],
      floor: 0.8,
      latency: { milliseconds: 30, share: 0.6 },
      concurrency: 32,
    }).compile(program, { devset: quiz(120) })
    expect(report).toMatchObject({ certified: true, choice: { self: 'test/slow' } })
  })
})

describe('a certificate of a devset', () => {
  it('takes an eighth of the devset at least, however well it begins', async () => {
    const { report } = await new CheapestAdequate({
      metric: isRight,
      models: [lm('sure', 0.01, 1)],
      floor: 0.3,
    }).compile(program, { devset: quiz(1000) })
    expect(report.candidates[0]?.evaluated).toBeGreaterThanOrEqual(125)
  })

  it('shows how the evidence grew', async () => {
    const { report } = await new CheapestAdequate({
      metric: isRight,
      models: [lm('poor', 0.001, 0.4), lm('sure', 0.01, 1)],
      floor: 0.7,
    }).compile(program, { devset: quiz(400) })
    const [poor, sure] = report.candidates.map(({ evidence }) => evidence)
    expect(poor?.at(-1)?.evidence).toBeLessThan(0)
    const grown = sure?.map(({ evidence }) => evidence) ?? []
    expect(grown).toEqual(grown.toSorted((one, other) => one - other))
    expect(grown.at(-1)).toBeGreaterThanOrEqual(1)
  })
})
