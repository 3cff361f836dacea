import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  AbortError,
  context,
  EmptyDatasetError,
  LMConfigurationError,
  OptionError,
  Predict,
  TooManyErrorsError,
} from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { isRight, quiz, quizLM } from '../__fixtures__/quiz.ts'
import { BootstrapFewShot } from './bootstrap-few-shot.ts'
import type { BootstrapReport } from './bootstrap-report.ts'

function programWith(lm: Predict<'question -> answer'>['lm']): Predict<'question -> answer'> {
  const program = new Predict('question -> answer')
  program.lm = lm
  return program
}

/** The demonstrations of the program that came with an error. */
function demosSoFar(error: unknown): unknown {
  const partial = AbortError.is(error) || TooManyErrorsError.is(error) ? error.partial : undefined
  const program: unknown = Reflect.get(Object(partial), 'program')
  return Reflect.get(Object(program), 'demos')
}

describe('the budget of BootstrapFewShot', () => {
  it('in calls is not exceeded, and what was shown until then is kept', async () => {
    const lm = quizLM({ model: 'test/model', accuracy: 0.3 })
    const optimizer = new BootstrapFewShot({ metric: isRight, maxBootstrappedDemos: 10 })
    const { program, report } = await optimizer.compile(programWith(lm), {
      trainset: quiz(60),
      budget: { calls: 9 },
    })
    expect(lm.asked).toHaveLength(9)
    expect(report).toMatchObject({ bootstrapped: 3, attempts: 9, calls: 9 })
    expect(program.demos).toHaveLength(16)
  })

  it('in dollars is not exceeded', async () => {
    const lm = quizLM({ model: 'test/model', costUSD: 0.1, accuracy: 0 })
    const optimizer = new BootstrapFewShot({ metric: isRight })
    const { report } = await optimizer.compile(programWith(lm), {
      trainset: quiz(60),
      budget: { usd: 0.75 },
    })
    expect(lm.asked.length).toBeLessThanOrEqual(7)
    expect(report).toMatchObject({ bootstrapped: 0, calls: lm.asked.length })
  })

  it('also holds for an LM that the surrounding context sets', async () => {
    const lm = new MockLM({ answer: 'x' })
    const bound = new Predict('question -> answer')
    const options = { trainset: quiz(5), budget: { calls: 3 } }
    const { program } = await context({ lm }, () => new BootstrapFewShot().compile(bound, options))
    expect(lm.requests).toHaveLength(3)
    expect(program.lm).toBeUndefined()
  })

  it('that does not pay for one run leaves labelled demonstrations, and what was used is told', async () => {
    const lm = Object.assign(new MockLM({ answer: 'x' }), { maxCostUSD: () => 2 })
    const { program, report } = await new BootstrapFewShot().compile(programWith(lm), {
      trainset: quiz(5),
      budget: { usd: 1 },
    })
    expect(lm.requests).toHaveLength(0)
    expect(program.demos).toHaveLength(5)
    expect(report).toEqual({ bootstrapped: 0, attempts: 0, errors: 0, calls: 0, costUSD: 0 })
  })
})

describe('BootstrapFewShot under bad circumstances', () => {
  it('counts the calls of an LM of the surroundings, where there is no budget to keep', async () => {
    const lm = new MockLM({ answer: 'x' }, { costUSD: 0.5 })
    const program = new Predict('question -> answer')
    const { report } = await context({ lm }, () =>
      new BootstrapFewShot().compile(program, { trainset: quiz(5) }),
    )
    expect(report).toMatchObject({ bootstrapped: 4, calls: 4, costUSD: 2 })
  })

  it('counts a run whose metric throws or returns NaN as an error, and goes on', async () => {
    const metric = ({ question }: { question: string }): number => {
      if (question === '0') throw new Error('oh')
      return question === '1' ? Number.NaN : 1
    }
    const optimizer = new BootstrapFewShot({ metric, maxBootstrappedDemos: 2, maxLabeledDemos: 0 })
    const { program, report } = await optimizer.compile(programWith(new MockLM({ answer: 'x' })), {
      trainset: quiz(9),
    })
    expect(program.demos.map((demo) => demo['question'])).toEqual(['2', '3'])
    expect(report).toMatchObject({ bootstrapped: 2, attempts: 4, errors: 2 })
  })

  it('ends when more runs fail than may, with what was shown until then', async () => {
    const lm = new MockLM(() => {
      if (lm.requests.length > 2) throw new Error('down')
      return '[[ ## answer ## ]]\nx'
    })
    const optimizer = new BootstrapFewShot({
      maxErrors: 3,
      maxBootstrappedDemos: 4,
      maxLabeledDemos: 0,
      concurrency: 1,
    })
    const error: unknown = await optimizer
      .compile(programWith(lm), { trainset: quiz(99) })
      .catch((caught) => caught)
    expect(error).toBeInstanceOf(TooManyErrorsError)
    expect(String(error)).toContain('down')
    expect(error).toMatchObject({ partial: { report: { bootstrapped: 2, errors: 4 } } })
    expect(demosSoFar(error)).toHaveLength(2)
  })

  it('stops at an LM that is not usable at all', async () => {
    const lm = new MockLM(() => {
      throw new LMConfigurationError('no key')
    })
    const compile = new BootstrapFewShot({ concurrency: 1 }).compile(programWith(lm), {
      trainset: quiz(5),
    })
    await expect(compile).rejects.toThrow('no key')
    expect(lm.requests).toHaveLength(1)
  })

  it('stops at an abort with what was shown until then', async () => {
    const controller = new AbortController()
    const lm = quizLM({
      model: 'test/model',
      accuracy: 0.5,
      onCall: (question) => {
        if (question === '5') controller.abort()
      },
    })
    const optimizer = new BootstrapFewShot({
      metric: isRight,
      maxBootstrappedDemos: 9,
      maxLabeledDemos: 0,
      concurrency: 1,
    })
    const compile = optimizer.compile(programWith(lm), {
      trainset: quiz(30),
      signal: controller.signal,
    })
    const error: unknown = await compile.catch((caught) => caught)
    expect(error).toBeInstanceOf(AbortError)
    expect(error).toMatchObject({ partial: { report: { bootstrapped: 4, attempts: 5 } } })
    expect(demosSoFar(error)).toHaveLength(4)
    expect(lm.asked).toHaveLength(6)
  })

  it('makes no call when the signal has fired already', async () => {
    const lm = new MockLM({ answer: 'x' })
    const compile = new BootstrapFewShot().compile(programWith(lm), {
      trainset: quiz(5),
      signal: AbortSignal.abort(),
    })
    await expect(compile).rejects.toThrow(AbortError)
    expect(lm.requests).toHaveLength(0)
  })

  it('objects to an empty trainset', async () => {
    const student = programWith(new MockLM({ answer: 'x' }))
    await expect(new BootstrapFewShot().compile(student, { trainset: [] })).rejects.toThrow(
      EmptyDatasetError,
    )
  })

  it('resumes from its checkpoint without asking again, and refuses one of other data', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bootstrap-'))
    const checkpoint = join(folder, 'run.jsonl')
    const optimizer = new BootstrapFewShot({ metric: isRight, maxBootstrappedDemos: 6 })
    const compile = (lm: Predict<'question -> answer'>['lm'], count = 30) =>
      optimizer.compile(programWith(lm), { trainset: quiz(count), checkpoint })
    const first = await compile(quizLM({ model: 'test/model', accuracy: 0.5 }))
    const idle = quizLM({ model: 'test/model', accuracy: 0.5 })
    const second = await compile(idle)
    expect(idle.asked).toEqual([])
    expect(second.report).toEqual(first.report)
    expect(second.program.dumpState()).toEqual(first.program.dumpState())
    await expect(compile(idle, 31)).rejects.toThrow('is of another run')
    rmSync(folder, { recursive: true })
  })

  it.each([
    { maxBootstrappedDemos: -1 },
    { maxLabeledDemos: 0.5 },
    { maxRounds: 0 },
    { maxErrors: Number.NaN },
    { concurrency: 0 },
    { seed: Number.NaN },
  ])('objects to %o', (options) => {
    expect(() => new BootstrapFewShot(options)).toThrow(OptionError)
  })

  it('tells how far it is', async () => {
    const events: BootstrapReport[] = []
    const student = programWith(quizLM({ model: 'test/model', accuracy: 0.5 }))
    const optimizer = new BootstrapFewShot({ metric: isRight, maxBootstrappedDemos: 4 })
    await optimizer.compile(student, {
      trainset: quiz(30),
      onProgress: (event) => events.push(event),
    })
    expect(events.map(({ attempts, bootstrapped }) => [attempts, bootstrapped])).toEqual([
      [4, 3],
      [5, 4],
      [5, 4],
    ])
  })
})
