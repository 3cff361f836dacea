import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LMServerError, Module, Predict } from '@ockham/core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isRight, type QuizLM, quiz, quizLM } from '../../__fixtures__/quiz.ts'
import { CheapestAdequate } from '../cheapest-adequate.ts'
import type { CheapestAdequateOptions } from '../cheapest-adequate-options.ts'

type Question = ReturnType<typeof quiz>[number]
type Options = Partial<CheapestAdequateOptions<Question, { answer: string }>>

const program = new Predict('question -> answer')
const models = (): QuizLM[] => [
  quizLM({ model: 'test/small', costUSD: 0.01, accuracy: 0.9 }),
  quizLM({ model: 'test/large', costUSD: 0.1, accuracy: 1 }),
]
let folder: string
let evidence: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evidence-'))
  evidence = join(folder, 'quiz.jsonl')
})
afterEach(() => rmSync(folder, { recursive: true }))

async function select(devset: readonly Question[], lms: QuizLM[], options: Options = {}) {
  const given = { metric: isRight, models: lms, floor: 0.85, ...options }
  // The requirement is a floor in all of these tests.
  const optimizer = new CheapestAdequate(
    given as CheapestAdequateOptions<Question, { answer: string }>,
  )
  const { report } = await optimizer.compile(program, { devset, evidence })
  return { report, asked: lms.map(({ asked }) => asked.length) }
}

const population = { certificate: 'population' } as const

it('tops up: what was run before is not run again, and what failed for want of data is certified', async () => {
  const before = await select(quiz(60), models().slice(0, 1), population)
  expect(before.report).toMatchObject({ certified: false, budgetExhausted: false })
  expect(before.asked[0]).toBe(60)
  const after = await select(quiz(600), models().slice(0, 1), population)
  expect(after.report).toMatchObject({ certified: true, choice: { self: 'test/small' } })
  const { evaluated } = after.report.candidates[0] ?? { evaluated: 0 }
  expect(after.asked[0]).toBe(evaluated - 60)
  expect(after.report.calls).toBe(after.asked[0])
})

it('goes on with the same test: the first examples of a population certificate stay the first', async () => {
  const lms = models()
  await select(quiz(60), lms, population)
  const first = new Set(lms[0]?.asked)
  const { report } = await select(quiz(600), models(), population)
  const scores = new Map(report.disagreements.map(({ index, results }) => [index, results]))
  // Both models ran the five examples of the pilot, which are among the first 60.
  for (const index of scores.keys()) expect(first).toContain(String(index))
})

it('serves other requirements and other models', async () => {
  await select(quiz(200), models())
  const [small, large] = models()
  const mid = quizLM({ model: 'test/mid', costUSD: 0.05, accuracy: 0.95 })
  if (!small || !large) throw new Error('There are two models.')
  const { report } = await select(quiz(200), [small, mid, large], { floor: 0.93 })
  expect(report.choice).toEqual({ self: 'test/mid' })
  expect(mid.asked.length).toBeGreaterThan(0)
  expect(large.asked).toHaveLength(0)
})

it('counts what was paid before in prices, but not as spent', async () => {
  const before = await select(quiz(200), models())
  const { report, asked } = await select(quiz(200), models())
  expect(asked).toEqual([0, 0])
  expect(report).toMatchObject({ calls: 0, costUSD: 0 })
  expect(report.candidates).toEqual(before.report.candidates)
})

it('objects to a devset that lacks examples of before', async () => {
  await select(quiz(60), models(), population)
  await expect(select(quiz(59), models(), population)).rejects.toThrow(
    '`devset` lacks 1 examples of `evidence`',
  )
})

it('objects to evidence by another metric', async () => {
  await select(quiz(60), models())
  await expect(select(quiz(60), models(), { metric: () => 1 })).rejects.toThrow('another run')
})

it('tops up no approximate certificate: its looks were planned, and have spent the error', async () => {
  const [small, large] = models()
  if (!small || !large) throw new Error('There are two models.')
  const compare = (size: number) =>
    new CheapestAdequate({
      metric: isRight,
      models: [small],
      reference: large,
      certificate: 'population',
      method: 'approximate',
    }).compile(program, { devset: quiz(size), evidence })
  await compare(60)
  await compare(60)
  await expect(compare(80)).rejects.toThrow('`evidence` cannot top up an `approximate` certificate')
})

it('tries again what an outage ended', async () => {
  let isDown = true
  const lms = [
    quizLM({
      model: 'test/small',
      costUSD: 0.01,
      accuracy: 0.95,
      onCall: () => {
        if (isDown) throw new LMServerError('down')
      },
    }),
    ...models().slice(1),
  ]
  expect((await select(quiz(200), lms)).report.choice).toEqual({ self: 'test/large' })
  isDown = false
  expect((await select(quiz(200), lms)).report.choice).toEqual({ self: 'test/small' })
})

it('is not taken for that of another program with the same predictors', async () => {
  class Plain extends Module<{ question: string }, { answer: string }> {
    readonly ask = new Predict('question -> answer')
    override async forward(inputs: { question: string }): Promise<{ answer: string }> {
      return this.ask(inputs)
    }
  }
  class Shouting extends Plain {
    override async forward(inputs: { question: string }): Promise<{ answer: string }> {
      const { answer } = await this.ask(inputs)
      return { answer: answer.toUpperCase() }
    }
  }
  const scoreOf = async (asking: Plain): Promise<number | undefined> => {
    const optimizer = new CheapestAdequate<Question, { answer: string }>({
      metric: isRight,
      models: models().slice(1),
      floor: 0.5,
    })
    const { report } = await optimizer.compile(asking, { devset: quiz(40), evidence })
    return report.candidates[0]?.meanScore
  }
  expect(await scoreOf(new Plain())).toBe(1)
  expect(await scoreOf(new Shouting())).toBe(0)
})
