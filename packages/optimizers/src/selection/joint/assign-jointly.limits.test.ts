import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AbortError, OptionError, Predict } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { expectSameWhereverCut } from '../../__fixtures__/cut-anywhere.ts'
import { isRight, quiz } from '../../__fixtures__/quiz.ts'
import type { CompileBudget } from '../../budget/compile-budget.ts'
import { COPRO } from '../../copro/copro.ts'
import { CheapestAdequate } from '../cheapest-adequate.ts'
import type { CheapestAdequateOptions } from '../cheapest-adequate-options.ts'
import { type PupilLM, pupilLM, type ShownPrompt } from './__fixtures__/pupil-lm.ts'
import { instructing } from './__fixtures__/tuners.ts'

type Answer = { answer: string }

const program = new Predict('question -> answer')
const questions = quiz(150)
const [trainset, devset] = [questions.slice(0, 30), questions.slice(30)]
const pupils = (more: Partial<Parameters<typeof pupilLM>[0]> = {}): [PupilLM, PupilLM, PupilLM] => {
  const needy = ({ demos, text }: ShownPrompt): number =>
    demos > 0 || text.includes('Think twice') ? 0.9 : 0.5
  return [
    pupilLM({ model: 'test/nano', characterUSD: 1e-6, accuracy: needy, ...more }),
    pupilLM({ model: 'test/small', characterUSD: 1e-5, accuracy: () => 0.9, ...more }),
    pupilLM({ model: 'test/large', characterUSD: 1e-4, accuracy: () => 1, ...more }),
  ]
}
const writer = () => new MockLM({ proposed_instruction: 'Think twice.' }, { costUSD: 0.01 })
const copro = (promptModel = writer()) =>
  new COPRO({ metric: isRight, breadth: 2, depth: 1, promptModel })
const joint = { metric: isRight, assignment: 'joint' } as const
const callsOf = (lms: readonly { asked: readonly object[] }[]): number =>
  lms.reduce((sum, { asked }) => sum + asked.length, 0)

describe('the budget of models and prompts together', () => {
  it('counts what tuners spend, to the call and the dollar', async () => {
    const [lms, promptModel] = [pupils(), writer()]
    const optimizer = new CheapestAdequate({
      ...joint,
      models: lms,
      floor: 0.8,
      tuners: { copro: copro(promptModel) },
    })
    const { report } = await optimizer.compile(program, { devset, trainset })
    const [, tuning] = report.prompts ?? []
    expect(tuning?.calls).toBeGreaterThan(promptModel.requests.length)
    expect(promptModel.requests.length).toBeGreaterThan(0)
    expect(report.calls).toBe(callsOf(lms) + promptModel.requests.length)
    const asked = lms.flatMap((lm) => lm.asked)
    const spent = asked.reduce((sum, { costUSD }) => sum + costUSD, 0)
    expect(report.costUSD).toBeCloseTo(spent + 0.01 * promptModel.requests.length, 9)
  })

  it.each([12, 40, 90, 150, 300])('of %i calls is not exceeded', async (calls) => {
    const [lms, promptModel] = [pupils(), writer()]
    const optimizer = new CheapestAdequate({
      ...joint,
      models: lms,
      floor: 0.8,
      tuners: { copro: copro(promptModel) },
    })
    const { report } = await optimizer.compile(program, { devset, trainset, budget: { calls } })
    const made = callsOf(lms) + promptModel.requests.length
    expect(made).toBeLessThanOrEqual(calls)
    expect(report.calls).toBe(made)
    const tuning = (report.prompts ?? []).reduce((sum, prompt) => sum + prompt.calls, 0)
    expect(tuning).toBeLessThanOrEqual(calls / 3)
  })

  it.each([0.2, 0.6, 2])('of %d dollars is not exceeded', async (usd) => {
    const lms = pupils()
    const optimizer = new CheapestAdequate({
      ...joint,
      models: lms.slice(0, 2),
      reference: lms[2],
      tolerance: 0.2,
    })
    const { report } = await optimizer.compile(program, { devset, trainset, budget: { usd } })
    const spent = lms.flatMap(({ asked }) => asked).reduce((sum, { costUSD }) => sum + costUSD, 0)
    expect(spent).toBeLessThanOrEqual(usd)
    expect(report.costUSD).toBeCloseTo(spent, 9)
  })

  it('leaves each tuner an even part of a third of it', async () => {
    const [first, second] = [
      instructing('Think twice.', { calls: 5, costUSD: 0 }),
      instructing('Hurry.'),
    ]
    const [, , large] = pupils()
    const optimizer = new CheapestAdequate({
      ...joint,
      models: pupils().slice(0, 2),
      reference: large,
      tolerance: 0.2,
      tuners: { demos: instructing('', { calls: 10, costUSD: 0 }), first, second },
      budget: { calls: 300 },
    })
    await optimizer.compile(program, { devset, trainset })
    expect(first.told[0]?.budget).toEqual({ calls: 45 })
    expect(second.told[0]?.budget).toEqual({ calls: 85 })
  })

  it('is used up by a tuner that took more, so that nothing else is called', async () => {
    const [nano, small, large] = pupils()
    const optimizer = new CheapestAdequate({
      ...joint,
      models: [nano, small],
      reference: large,
      tuners: { demos: instructing('Hurry.', { calls: 500, costUSD: 0 }) },
      budget: { calls: 300 },
    })
    await expect(optimizer.compile(program, { devset, trainset })).rejects.toThrow(
      'too small to run a single example',
    )
    expect(callsOf([nano, small, large])).toBe(0)
  })

  it('leaves room for a certificate: a search that has taken most of it ends', async () => {
    const [nano, small, large] = pupils()
    const optimizer = new CheapestAdequate({ ...joint, models: [nano, small, large], floor: 0.6 })
    const budget = { calls: 260 }
    const { report } = await optimizer.compile(program, { devset, trainset, budget })
    expect(report).toMatchObject({ certified: true, budgetExhausted: false })
    expect(report.candidates.some(({ evaluated }) => evaluated === 0)).toBe(true)
  })

  it('ends when its seconds are over', async () => {
    const optimizer = new CheapestAdequate({
      ...joint,
      models: pupils({ delay: () => 5 }),
      floor: 0.8,
      budget: { seconds: 0.1 },
    })
    const { report } = await optimizer.compile(program, { devset, trainset })
    expect(report).toMatchObject({ certified: false, budgetExhausted: true })
  })
})

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
        tuners: {
          copro: new COPRO({ metric: isRight, breadth: 2, depth, promptModel: writer() }),
        },
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

describe('what models and prompts together object to', () => {
  const compile = async (
    given: { trainset?: typeof trainset; devset?: typeof devset },
    options: Partial<CheapestAdequateOptions<object, Answer>> = {},
    student = program,
  ): Promise<string> => {
    const all = { ...joint, models: pupils(), floor: 0.8, ...options }
    try {
      // What is under test is what happens where the compiler has not looked.
      const optimizer = new CheapestAdequate(all as never)
      await optimizer.compile(student, { devset, ...given })
    } catch (error) {
      if (OptionError.is(error)) return error.message
      throw error
    }
    return 'nothing'
  }
  const showing = (question: string) => {
    const variant = new Predict('question -> answer')
    variant.demos = [{ question, answer: 'x' }]
    return variant
  }

  it.each([
    [{}, {}, '`trainset` is missing'],
    [{}, { tuners: { careful: instructing('') } }, '`trainset` is missing'],
    [
      {},
      { tuners: { careful: instructing('') }, variants: { given: showing('a') } },
      '`trainset` is missing',
    ],
    [
      { trainset: questions.slice(0, 31) },
      {},
      '`devset` has an example that `trainset` has too: {"question":"30"}',
    ],
    [{ trainset }, { assignment: 'uniform' as const }, '`trainset` is for `assignment: "joint"`'],
    [
      { trainset },
      { assignment: 'uniform' as const, tuners: { careful: instructing('') } },
      '`tuners` are for `assignment: "joint"`',
    ],
    [
      {},
      { assignment: 'cascade' as const, variants: { given: showing('a') } },
      '`variants` are for `assignment: "joint"`',
    ],
    [{ trainset }, { variants: { demos: showing('a') } }, '`variants` cannot have "demos"'],
    [{ trainset }, { tuners: { seed: instructing('') } }, '`tuners` cannot have "seed"'],
    [
      { trainset },
      { tuners: { gepa: instructing('') }, variants: { gepa: showing('a') } },
      '`variants` cannot have "gepa"',
    ],
    [{}, { variants: { given: showing('33') } }, '`variants.given` shows as a demonstration'],
    [
      {},
      { variants: { other: new Predict('question, context -> answer') } },
      '`variants.other` must have the predictors and fields of the program',
    ],
  ])('%#: %o %o', async (given, options, message) => {
    expect(await compile(given, options)).toContain(message)
  })

  it('a devset with an example that the program shows already', async () => {
    expect(await compile({ trainset }, {}, showing('40'))).toContain(
      'that the program shows as a demonstration: {"question":"40"',
    )
  })
})
