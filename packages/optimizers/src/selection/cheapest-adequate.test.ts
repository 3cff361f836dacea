import { Predict } from '@ockham/core'
import { beforeEach, describe, expect, it } from 'vitest'
import { isRight, type QuizLM, quiz, quizLM } from '../__fixtures__/quiz.ts'
import { CheapestAdequate } from './cheapest-adequate.ts'
import type { SelectionProgress } from './selection-report.ts'

let nano: QuizLM
let small: QuizLM
let large: QuizLM
const program = new Predict('question -> answer')
const devset = quiz(200)

beforeEach(() => {
  nano = quizLM({ model: 'test/nano', costUSD: 0.001, accuracy: 0.6 })
  small = quizLM({ model: 'test/small', costUSD: 0.01, accuracy: 0.95 })
  large = quizLM({ model: 'test/large', costUSD: 0.1, accuracy: 1 })
})

describe('CheapestAdequate with a floor', () => {
  it('chooses the cheapest model above it, in whatever order the models come', async () => {
    const optimizer = new CheapestAdequate({
      metric: isRight,
      models: [large, nano, small],
      floor: 0.85,
    })
    const { program: chosen, report } = await optimizer.compile(program, { devset })
    expect(report.choice).toEqual({ self: 'test/small' })
    expect(report.certified).toBe(true)
    expect(chosen.lm).toBe(small)
    expect(report.candidates.map(({ model, verdict }) => [model, verdict])).toEqual([
      ['test/large', 'not-needed'],
      ['test/nano', 'rejected'],
      ['test/small', 'certified'],
    ])
  })

  it('runs no more examples than it needs, and none twice on a model', async () => {
    const optimizer = new CheapestAdequate({
      metric: isRight,
      models: [nano, small, large],
      floor: 0.85,
    })
    const { report } = await optimizer.compile(program, { devset })
    const evaluated = report.candidates.map((candidate) => candidate.evaluated)
    expect([nano, small, large].map(({ asked }) => asked.length)).toEqual(evaluated)
    for (const { asked } of [nano, small, large]) expect(new Set(asked).size).toBe(asked.length)
    expect(large.asked).toHaveLength(5)
    expect(report.calls).toBe(nano.asked.length + small.asked.length + large.asked.length)
    expect(report.calls).toBeLessThan(200)
    expect(report.costUSD).toBeCloseTo(
      0.001 * nano.asked.length + 0.01 * small.asked.length + 0.1 * large.asked.length,
    )
  })

  it('reports the mean score with its interval, and the price of an example', async () => {
    const optimizer = new CheapestAdequate({ metric: isRight, models: [nano, small], floor: 0.85 })
    const { report } = await optimizer.compile(program, { devset })
    const certified = report.candidates[1]
    expect(certified?.costPerExampleUSD).toBeCloseTo(0.01)
    const [low, high] = certified?.interval ?? [1, 0]
    expect(low).toBeLessThan(certified?.meanScore ?? 0)
    expect(high).toBeGreaterThan(certified?.meanScore ?? 1)
  })

  it('keeps the best it saw when no model is adequate, and says that it is not certified', async () => {
    const mid = quizLM({ model: 'test/mid', costUSD: 0.01, accuracy: 0.7 })
    const optimizer = new CheapestAdequate({ metric: isRight, models: [mid, nano], floor: 0.99 })
    const { program: chosen, report } = await optimizer.compile(program, { devset })
    expect(report.certified).toBe(false)
    expect(chosen.lm?.model).toBe(report.choice['self'])
    expect(report.candidates.map(({ verdict }) => verdict)).toEqual(['rejected', 'rejected'])
  })

  it('decides exactly when only all examples together tell', async () => {
    // 19 of every 20 questions are known.
    for (const [floor, certified] of [
      [0.95, true],
      [0.951, false],
    ] as const) {
      const optimizer = new CheapestAdequate({
        metric: isRight,
        models: [small],
        floor,
        confidence: 0.999999,
      })
      const { report } = await optimizer.compile(program, { devset: quiz(40) })
      expect([report.certified, report.candidates[0]?.verdict]).toEqual([
        certified,
        certified ? 'certified' : 'rejected',
      ])
    }
  })

  it('asks for more evidence the more models could be chosen', async () => {
    const evaluated = async (rivals: number): Promise<number | undefined> => {
      const dear = Array.from({ length: rivals }, (_, index) =>
        quizLM({ model: `test/dear-${index}`, costUSD: 1, accuracy: 1 }),
      )
      const models = [quizLM({ model: 'test/small', costUSD: 0.01, accuracy: 0.95 }), ...dear]
      const optimizer = new CheapestAdequate({ metric: isRight, models, floor: 0.8 })
      const { report } = await optimizer.compile(program, { devset })
      expect(report.choice).toEqual({ self: 'test/small' })
      return report.candidates[0]?.evaluated
    }
    expect(await evaluated(30)).toBeGreaterThan((await evaluated(0)) ?? 200)
  })

  it('works on a single example', async () => {
    const optimizer = new CheapestAdequate({ metric: isRight, models: [nano, large], floor: 0.5 })
    const { report } = await optimizer.compile(program, { devset: quiz(1) })
    expect(report).toMatchObject({ choice: { self: 'test/nano' }, certified: true, calls: 2 })
  })
})

describe('CheapestAdequate with a reference', () => {
  it('chooses a cheaper model that is not much worse', async () => {
    const optimizer = new CheapestAdequate({
      metric: isRight,
      models: [nano, small, large],
      reference: large,
      tolerance: 0.15,
    })
    const { report } = await optimizer.compile(program, { devset })
    expect(report.choice).toEqual({ self: 'test/small' })
    expect(report.certified).toBe(true)
    expect(large.asked.length).toBeLessThan(200)
    expect(new Set(large.asked).size).toBe(large.asked.length)
  })

  it('keeps the reference when every cheaper model is worse', async () => {
    const optimizer = new CheapestAdequate({
      metric: isRight,
      models: [nano, small],
      reference: large,
    })
    const { program: chosen, report } = await optimizer.compile(program, { devset })
    expect(report).toMatchObject({ choice: { self: 'test/large' }, certified: false })
    expect(chosen.lm).toBe(large)
    expect(report.candidates.map(({ model, verdict }) => [model, verdict])).toEqual([
      ['test/nano', 'rejected'],
      ['test/small', 'rejected'],
      ['test/large', 'not-needed'],
    ])
  })

  it('does not test models that cost as much as the reference', async () => {
    const rival = quizLM({ model: 'test/rival', costUSD: 0.1, accuracy: 1 })
    const optimizer = new CheapestAdequate({
      metric: isRight,
      models: [rival, small],
      reference: large,
    })
    const { report } = await optimizer.compile(program, { devset })
    expect(report.candidates[0]).toMatchObject({ verdict: 'not-needed', evaluated: 5 })
  })
})

describe('CheapestAdequate', () => {
  it('leaves the program it was given as it was', async () => {
    const given = new Predict('question -> answer')
    given.demos = [{ question: 'x', answer: 'y' }]
    given.lm = nano
    const [state, demos] = [given.dumpState(), given.demos]
    const optimizer = new CheapestAdequate({ metric: isRight, models: [small, large], floor: 0.5 })
    const { program: chosen } = await optimizer.compile(given, { devset })
    expect(given.dumpState()).toEqual(state)
    expect(given.demos).toBe(demos)
    expect(given.lm).toBe(nano)
    expect(chosen.demos).toEqual(demos)
  })

  it('comes to the same report whatever the concurrency and however long calls take', async () => {
    const reports = [1, 16].map(async (concurrency) => {
      let tick = concurrency
      const delay = (): number => (tick = (tick * 7) % 5)
      const models = [0.6, 0.9, 1].map((accuracy, index) =>
        quizLM({ model: `test/${index}`, costUSD: 0.001 * 4 ** index, accuracy, delay }),
      )
      const optimizer = new CheapestAdequate({ metric: isRight, models, floor: 0.85, concurrency })
      return (await optimizer.compile(program, { devset, budget: { usd: 0.6, calls: 150 } })).report
    })
    const [alone, together] = await Promise.all(reports)
    expect(together).toEqual(alone)
  })

  it('takes other examples first with another seed', async () => {
    const firsts: string[] = []
    for (const seed of [0, 1]) {
      const lm = quizLM({ model: 'test/model', accuracy: 1 })
      await new CheapestAdequate({ metric: isRight, models: [lm], floor: 0.5, seed }).compile(
        program,
        { devset },
      )
      firsts.push(lm.asked.slice(0, 5).join())
    }
    expect(firsts[0]).not.toBe(firsts[1])
  })

  it('tells how far it is', async () => {
    const events: SelectionProgress[] = []
    const optimizer = new CheapestAdequate({ metric: isRight, models: [nano, small], floor: 0.85 })
    await optimizer.compile(program, { devset, onProgress: (event) => events.push(event) })
    expect(events[0]).toEqual({
      model: 'test/nano',
      evaluated: 5,
      meanScore: expect.any(Number),
      costUSD: 0.005,
    })
    expect(events.at(-1)).toMatchObject({ model: 'test/small', verdict: 'certified' })
  })
})
