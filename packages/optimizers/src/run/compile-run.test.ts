import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AbortError, context, type LM, Predict, TooManyErrorsError } from '@ockham/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isRight, type Question, quiz, quizLM } from '../__fixtures__/quiz.ts'
import type { CompileBudget } from '../budget/compile-budget.ts'
import { seededRandom } from '../random/random.ts'
import { CompileRun } from './compile-run.ts'
import type { Evaluation } from './evaluation.ts'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'run-'))
  path = join(folder, 'run.jsonl')
})
afterEach(() => rmSync(folder, { recursive: true }))

const questions = quiz(40)
const programs = ['one', 'two', 'three'].map((instructions) => {
  const program = new Predict('question -> answer')
  program.signature = program.signature.withInstructions(instructions)
  return program
})

interface Setup {
  lm?: LM
  budget?: CompileBudget
  checkpoint?: string
  signal?: AbortSignal
  maxErrors?: number
}

function newRun({ budget, checkpoint, signal, maxErrors = 1000 }: Setup) {
  return new CompileRun<Question, { answer: string }>({
    metric: isRight,
    control: {
      ...(budget ? { budget } : {}),
      ...(checkpoint === undefined ? {} : { checkpoint }),
      ...(signal ? { signal } : {}),
    },
    seed: 0,
    concurrency: 4,
    maxErrors,
    identity: ['test'],
  })
}

/** A little search: which program to look at next depends on what was seen. */
async function search(setup: Setup) {
  const lm = setup.lm ?? quizLM({ model: 'quiz/one', costUSD: 0.01, accuracy: 0.5 })
  return context({ lm }, async () => {
    const run = newRun(setup)
    const log: unknown[] = []
    const work = async (): Promise<void> => {
      for (let step = 0; step < 6 && !run.isOver; step += 1) {
        const program = programs[run.random.below(programs.length)] ?? programs[0]
        const candidate = run.candidate(program as Predict<'question -> answer'>)
        const first = run.random.below(30)
        const trials = questions
          .slice(first, first + 10)
          .map((gold) => ({ candidate, gold, rollout: step % 2 }))
        const results = await run.evaluate(trials)
        const sum = results.reduce((total, one) => total + (one?.score ?? 0), 0)
        if (sum > 4) run.random.next()
        const asked = await run.ask(['step', step], async () => {
          const answer = await candidate.counted(() =>
            candidate.program({ question: `${sum}` } as never),
          )
          return { ...answer }
        })
        log.push(
          results.map((one) => one?.score),
          asked,
          run.spent,
        )
      }
    }
    return run.finishing(work, () => log)
  })
}

describe('a run that is killed and resumed', () => {
  it.each<[string, CompileBudget]>([
    ['no budget', {}],
    ['calls', { calls: 47 }],
    ['dollars', { usd: 0.33 }],
  ])(
    'ends as it would have without that, wherever its journal was cut (%s)',
    async (_name, budget) => {
      const expected = await search({ budget })
      expect(await search({ budget, checkpoint: path })).toEqual(expected)
      const whole = readFileSync(path)
      const random = seededRandom(7)
      for (let round = 0; round < 20; round += 1) {
        writeFileSync(path, whole)
        truncateSync(path, random.below(whole.length))
        expect(await search({ budget, checkpoint: path })).toEqual(expected)
      }
      const idle = quizLM({ model: 'quiz/one', accuracy: 0.5 })
      writeFileSync(path, whole)
      expect(await search({ budget, checkpoint: path, lm: idle })).toEqual(expected)
      expect(idle.asked).toEqual([])
    },
  )

  it('stops at the same batch when its time was over, however fast the resumed run is', async () => {
    const lm = quizLM({ model: 'quiz/one', costUSD: 0, accuracy: 0.5, delay: () => 5 })
    const budget = { seconds: 0.05 }
    const expected = await search({ budget, checkpoint: path, lm })
    expect(expected.length).toBeLessThan(18)
    expect(await search({ budget, checkpoint: path })).toEqual(expected)
  })
})

describe('CompileRun', () => {
  it('evaluates the same candidate on the same example once', async () => {
    const lm = quizLM({ model: 'quiz/one', accuracy: 0.5 })
    await context({ lm }, async () => {
      const run = newRun({})
      const [program] = programs
      const trials = questions
        .slice(0, 3)
        .map((gold) => ({ candidate: run.candidate(program as never), gold }))
      const first = await run.evaluate([...trials, ...trials])
      const again = await run.evaluate(trials)
      expect(lm.asked).toEqual(['0', '1', '2'])
      expect(again).toEqual(first.slice(0, 3))
    })
  })

  it('tells steps by the path of their predictor, feedback, outputs, and errors as data', async () => {
    const lm = quizLM({ model: 'quiz/one', accuracy: 1 })
    const seen: (Evaluation | undefined)[] = await context({ lm }, () => {
      const run = new CompileRun<Question, { answer: string }>({
        metric: ({ question }) => {
          if (question === '1') throw new RangeError('no')
          return { score: 0.5, feedback: 'so so' }
        },
        control: {},
        seed: 0,
        concurrency: 2,
        maxErrors: 5,
        identity: [],
      })
      const candidate = run.candidate(programs[0] as never)
      return run.evaluate(questions.slice(0, 2).map((gold) => ({ candidate, gold })))
    })
    const step = { predictor: 'self', inputs: { question: '0' }, outputs: { answer: 'answer 0' } }
    expect(seen[0]).toMatchObject({
      score: 0.5,
      feedback: 'so so',
      outputs: { answer: 'answer 0' },
      steps: [step],
    })
    expect(seen[1]).toMatchObject({
      score: 0,
      error: { name: 'MetricError' },
      steps: [{ predictor: 'self' }],
    })
  })

  it('gives the metric the trace of what may become a demonstration, and of nothing else', async () => {
    const traces: (number | undefined)[] = []
    const run = new CompileRun<Question, { answer: string }>({
      metric: (_gold, _prediction, trace) => {
        traces.push(trace?.length)
        return true
      },
      control: {},
      seed: 0,
      concurrency: 1,
      maxErrors: 0,
      identity: [],
    })
    const program = new Predict('question -> answer')
    program.lm = quizLM({ model: 'test/any', accuracy: 1 })
    const candidate = run.candidate(program)
    const [gold] = quiz(1)
    if (!gold) throw new Error('There is one question.')
    await run.evaluate([{ candidate, gold }])
    await run.evaluate([{ candidate, gold, bootstraps: true }])
    expect(traces).toEqual([undefined, 1])
  })

  it('ends with what there is so far when too many evaluations fail, and at an abort', async () => {
    const failing = quizLM({
      model: 'quiz/one',
      accuracy: 1,
      onCall: () => {
        throw new Error('down')
      },
    })
    await expect(search({ lm: failing, maxErrors: 3 })).rejects.toThrow(TooManyErrorsError)
    await expect(search({ lm: failing, maxErrors: 3 })).rejects.toMatchObject({ partial: [] })
    const controller = new AbortController()
    const lm = quizLM({ model: 'quiz/one', accuracy: 1, onCall: () => controller.abort() })
    const aborted = search({ lm, signal: controller.signal })
    await expect(aborted).rejects.toThrow(AbortError)
    await expect(aborted).rejects.toMatchObject({ partial: [] })
  })
})
