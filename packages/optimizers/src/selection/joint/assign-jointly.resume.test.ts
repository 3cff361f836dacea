import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AbortError, Predict } from '@ockham/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { expectSameWhereverCut } from '../../__fixtures__/cut-anywhere.ts'
import { isRight } from '../../__fixtures__/quiz.ts'
import type { CompileBudget } from '../../budget/compile-budget.ts'
import { CheapestAdequate } from '../cheapest-adequate.ts'
import { callsOf, copro, devset, pupils, trainset, writer } from './__fixtures__/pupils.ts'

const program = new Predict('question -> answer')
const joint = { metric: isRight, assignment: 'joint' } as const

describe('models and prompts together, cut short', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'joint-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it.each<[string, CompileBudget]>([
    ['no budget', {}],
    ['calls', { calls: 150 }],
    ['dollars', { usd: 0.4 }],
  ])('end the same when they are killed anywhere and resumed (%s)', async (_, budget) => {
    const compile = (control?: { checkpoint: string }) =>
      new CheapestAdequate({
        ...joint,
        models: pupils(),
        floor: 0.8,
        tuners: { copro: copro() },
      }).compile(program, { devset, trainset, budget, date: new Date(0), ...control })
    await expectSameWhereverCut(compile)
  })

  it.each<[string, CompileBudget]>([
    ['no budget', {}],
    ['calls', { calls: 400 }],
    ['dollars', { usd: 30 }],
    ['seconds', { seconds: 1000 }],
  ])('end the same when a tuner is killed (%s)', async (_, budget) => {
    const checkpoint = join(folder, 'run.jsonl')
    const compile = async (calls = Number.POSITIVE_INFINITY) => {
      const controller = new AbortController()
      let count = 0
      const onCall = (): void => {
        count += 1
        if (count > calls) controller.abort()
      }
      const optimizer = new CheapestAdequate({
        ...joint,
        models: pupils({ onCall }),
        floor: 0.8,
        tuners: { copro: copro() },
      })
      const { signal } = controller
      const result = optimizer.compile(program, {
        devset,
        trainset,
        budget,
        date: new Date(0),
        signal,
        checkpoint,
      })
      return result.then(
        ({ report }) => ({ report, count }),
        (error: unknown) => ({ error, count }),
      )
    }
    const whole = await compile()
    const files = readdirSync(folder)
    expect(files.toSorted()).toEqual(['run.jsonl', 'run.jsonl.copro', 'run.jsonl.demos'])
    for (const file of files) rmSync(join(folder, file))
    // After 30 calls for a teacher and the four of its lessons, COPRO is at work.
    const aborted = await compile(50)
    expect(aborted).toMatchObject({ error: expect.any(AbortError) })
    expect(existsSync(`${checkpoint}.copro`)).toBe(true)
    const resumed = await compile()
    expect(resumed).toMatchObject({ report: 'report' in whole ? whole.report : {} })
    expect(resumed.count).toBeLessThan(whole.count - 35)
  })

  it('say in the report of an abort what a tuner has spent by then', async () => {
    const controller = new AbortController()
    const lms = pupils({
      onCall: () => {
        if (callsOf(lms) === 50) controller.abort()
      },
    })
    const promptModel = writer()
    const optimizer = new CheapestAdequate({
      ...joint,
      models: lms,
      floor: 0.8,
      tuners: { copro: copro(promptModel) },
      concurrency: 1,
    })
    const { signal } = controller
    const error: unknown = await optimizer
      .compile(program, { devset, trainset, signal })
      .catch((caught) => caught)
    expect(error).toBeInstanceOf(AbortError)
    expect(callsOf(lms)).toBe(50)
    expect(error).toMatchObject({
      partial: { calls: callsOf(lms) + promptModel.requests.length, certified: false },
    })
  })

  it('object to the checkpoint of a tuner with other options', async () => {
    const checkpoint = join(folder, 'run.jsonl')
    const compile = (depth: number) =>
      new CheapestAdequate({
        ...joint,
        models: pupils(),
        floor: 0.8,
        tuners: { copro: copro(writer(), depth) },
      }).compile(program, { devset, trainset, checkpoint })
    await compile(1)
    await expect(compile(2)).rejects.toThrow('run.jsonl.copro is of another run')
  })

  it('object to a checkpoint of other prompts', async () => {
    const checkpoint = join(folder, 'run.jsonl')
    writeFileSync(checkpoint, '')
    const compile = (instructions: string) => {
      const variant = new Predict('question -> answer')
      variant.signature = variant.signature.withInstructions(instructions)
      return new CheapestAdequate({
        ...joint,
        models: pupils(),
        floor: 0.8,
        variants: { variant },
      }).compile(program, { devset, checkpoint })
    }
    await compile('Think twice.')
    expect(readFileSync(checkpoint, 'utf8').length).toBeGreaterThan(100)
    await expect(compile('Hurry.')).rejects.toThrow('is of another run')
  })

  it('come to the same report whatever the concurrency and however long calls take', async () => {
    const reports = [1, 16].map(async (concurrency) => {
      let tick = concurrency
      const delay = (): number => (tick = (tick * 7) % 5)
      const optimizer = new CheapestAdequate({
        ...joint,
        models: pupils({ delay }),
        floor: 0.8,
        tuners: { copro: copro() },
        concurrency,
      })
      const budget = { calls: 400, usd: 2 }
      const date = new Date(0)
      return (await optimizer.compile(program, { devset, trainset, budget, date })).report
    })
    const [alone, together] = await Promise.all(reports)
    expect(together).toEqual(alone)
  })
})
