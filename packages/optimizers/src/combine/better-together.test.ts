import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AbortError, OptionError, StateError } from '@ockham/core'
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest'
import { isRight, type Question, quiz } from '../__fixtures__/quiz.ts'
import { BootstrapFewShot } from '../demos/bootstrap-few-shot.ts'
import type { Optimizer } from '../optimizer.ts'
import {
  type Answer,
  instructing,
  learner,
  optimizers,
  programWith,
  search,
  testset,
  trainset,
  valset,
} from './__fixtures__/steps.ts'
import { BetterTogether } from './better-together.ts'
import type { StepSpend } from './better-together-options.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'together-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const failing: Optimizer<Question, Answer, StepSpend> = {
  async compile() {
    throw new RangeError('out of tricks')
  },
}

describe('BetterTogether', () => {
  it('lets each step work on what the one before made, and keeps the best by the valset', async () => {
    const lm = learner()
    const optimizer = new BetterTogether({
      metric: isRight,
      optimizers: optimizers(),
      strategy: 'w -> p -> bad',
    })
    const given = programWith(lm)
    const { program, report } = await optimizer.compile(given, { trainset, valset, testset })
    expectTypeOf(program).toEqualTypeOf(given)
    expect(report.steps.map((step) => step.optimizer)).toEqual([undefined, 'w', 'p', 'bad'])
    const scores = report.steps.map(({ score }) => score ?? -1)
    expect(scores[1]).toBe(0.5)
    expect(scores[2]).toBeGreaterThan(0.5)
    expect(scores[3]).toBeLessThan(scores[2] ?? 0)
    expect(report).toMatchObject({ chosen: 2, score: scores[2], calls: lm.requests.length })
    expect(report.costUSD).toBeCloseTo(lm.requests.length * 0.01)
    expect(program.signature.instructions).toBe('think')
    expect(program.demos.length).toBeGreaterThan(0)
    expect(report.test?.before).toBe(0)
    expect(report.test?.score).toBeGreaterThan(0.5)
  })

  it('holds a tenth of the trainset back where there is no valset', async () => {
    const lm = learner()
    const sizes: number[] = []
    const count = instructing('think', (given) => void sizes.push(given.length))
    const optimizer = new BetterTogether({ metric: isRight, optimizers: { count } })
    await optimizer.compile(programWith(lm), { trainset: quiz(20) })
    expect(sizes).toEqual([18])
    expect(lm.requests).toHaveLength(4)
  })

  it('returns the latest, and asks nothing, where nothing is held back', async () => {
    const lm = learner()
    const optimizer = new BetterTogether({
      metric: isRight,
      optimizers: optimizers(),
      strategy: 'w->bad',
      valsetRatio: 0,
    })
    const given = programWith(lm)
    const { program, report } = await optimizer.compile(given, { trainset })
    expect(program.signature.instructions).toBe('hurry')
    expect(given.signature.instructions).not.toBe('hurry')
    expect(report).toEqual({
      steps: [
        { optimizer: undefined },
        { optimizer: 'w', report: { calls: 0, costUSD: 0 } },
        { optimizer: 'bad', report: { calls: 0, costUSD: 0 } },
      ],
      chosen: 2,
      calls: 0,
      costUSD: 0,
    })
    expect(lm.requests).toEqual([])
  })

  it('shows each step the trainset in an order of its own, the same for the same seed', async () => {
    const orders: string[] = []
    const look = instructing('think', (given) => void orders.push(JSON.stringify(given)))
    const compile = (seed: number, shuffleTrainset = true) =>
      new BetterTogether({
        metric: isRight,
        optimizers: { look },
        strategy: 'look -> look',
        seed,
        shuffleTrainset,
      }).compile(programWith(learner()), { trainset, valset })
    for (const seed of [0, 0, 1]) await compile(seed)
    await compile(0, false)
    expect(new Set(orders.slice(0, 2)).size).toBe(2)
    expect(orders.slice(2, 4)).toEqual(orders.slice(0, 2))
    expect(new Set([...orders.slice(0, 2), ...orders.slice(4, 6)]).size).toBe(4)
    expect(orders.slice(6)).toEqual([JSON.stringify(trainset), JSON.stringify(trainset)])
  })

  it('ends at a step that fails, with the best so far and the error in the report', async () => {
    const optimizer = new BetterTogether({
      metric: isRight,
      optimizers: { ...optimizers(), failing },
      strategy: 'w -> failing -> p',
    })
    const { program, report } = await optimizer.compile(programWith(learner()), {
      trainset,
      valset,
    })
    expect(program.signature.instructions).toBe('think')
    expect(report.steps).toHaveLength(3)
    expect(report.steps[2]).toEqual({
      optimizer: 'failing',
      error: { name: 'RangeError', message: 'out of tricks' },
    })
    expect(report.chosen).toBe(1)
  })

  it('counts what a step had used that failed, so that the test after it keeps to the budget too', async () => {
    for (const calls of [undefined, 36, 40, 42, 43, 60]) {
      const lm = learner()
      const trap = (): number => {
        throw new Error('a trap')
      }
      const optimizer = new BetterTogether({
        metric: isRight,
        optimizers: { trapped: new BootstrapFewShot({ metric: trap, maxErrors: 0 }) },
      })
      const { report } = await optimizer.compile(programWith(lm), {
        trainset,
        valset,
        testset,
        ...(calls === undefined ? {} : { budget: { calls } }),
      })
      expect(report.steps[1]?.error?.name).toBe('TooManyErrorsError')
      expect(lm.requests.length).toBeLessThanOrEqual(calls ?? Number.POSITIVE_INFINITY)
      expect(report.calls).toBe(lm.requests.length)
    }
  })

  it('never exceeds its budget in all, and a step leaves enough to validate what it made', async () => {
    for (const calls of [1, 15, 16, 40, 60, 100, 200]) {
      const lm = learner()
      const optimizer = new BetterTogether({
        metric: isRight,
        optimizers: optimizers(),
        strategy: 'p -> w -> p',
      })
      const { report } = await optimizer.compile(programWith(lm), {
        trainset,
        valset,
        testset,
        budget: { calls },
      })
      expect(lm.requests.length).toBeLessThanOrEqual(calls)
      expect(report.calls).toBe(lm.requests.length)
      if (calls > 32) expect(report.steps[1]?.score).toBeDefined()
    }
    const lm = learner()
    const optimizer = new BetterTogether({ metric: isRight, optimizers: optimizers() })
    const { report } = await optimizer.compile(programWith(lm), {
      trainset,
      valset,
      budget: { usd: 0.5 },
    })
    expect(report.costUSD).toBeLessThanOrEqual(0.5)
  })

  it('gives with an abort the best so far, and tells how far it is', async () => {
    const controller = new AbortController()
    const stages: string[] = []
    const optimizer = new BetterTogether({
      metric: isRight,
      optimizers: optimizers(),
      strategy: 'w -> p',
    })
    const compile = optimizer.compile(programWith(learner()), {
      trainset,
      valset,
      signal: controller.signal,
      onProgress: ({ step, of, optimizer: name, best }) => {
        stages.push(`${step}/${of} ${name} ${best}`)
        if (name === 'p') controller.abort()
      },
    })
    const error = await compile.catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(AbortError)
    expect(error).toMatchObject({ partial: { report: { chosen: 1, score: 0.5 } } })
    // The last is told when it has ended.
    expect(stages).toEqual(['1/2 w 0', '2/2 p 0.5', '2/2 p 0.5'])
  })

  it('refuses options that cannot be, and a checkpoint of another run', async () => {
    const options = { metric: isRight, optimizers: { p: search() } }
    expect(() => new BetterTogether({ ...options, strategy: 'p -> q' })).toThrow(
      '`strategy` names `q`, and `optimizers` has: p.',
    )
    expect(() => new BetterTogether({ ...options, optimizers: {} })).toThrow(OptionError)
    expect(() => new BetterTogether({ ...options, valsetRatio: 2 })).toThrow('valsetRatio')
    const checkpoint = join(folder, 'run.jsonl')
    const compile = (seed: number) =>
      new BetterTogether({ ...options, seed }).compile(programWith(learner()), {
        trainset,
        valset,
        checkpoint,
      })
    await compile(0)
    await expect(compile(1)).rejects.toThrow(StateError)
  })
})
