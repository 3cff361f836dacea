import { Predict } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { isRight, type Question, quiz } from '../__fixtures__/quiz.ts'
import { CompileRun } from '../run/compile-run.ts'
import type { Evaluation } from '../run/evaluation.ts'
import { Leaderboard } from '../validation/leaderboard.ts'
import { NewPrograms } from './new-programs.ts'
import { ProgramPool } from './program-pool.ts'
import { resolveSIMBAOptions } from './simba-options.ts'

type Answer = { answer: string }

const [trainset, valset] = [quiz(4), quiz(8).slice(4)]
const step = { predictor: 'self', inputs: { question: '0' }, outputs: { answer: 'answer 0' } }
const run = (score: number): Evaluation => ({ score, steps: [step], calls: [] })

/** The new programs that come of buckets of runs with these scores. */
async function newPrograms(
  scores: readonly (readonly number[])[],
  setup: { low: number; high: number; maxDemos?: number; numCandidates?: number },
) {
  const { low, high, maxDemos = 0, numCandidates = 6 } = setup
  const promptModel = new MockLM({ discussion: 'x', module_advice: { self: 'Be exact.' } })
  const options = resolveSIMBAOptions<Question, Answer>({
    metric: isRight,
    maxDemos,
    numCandidates,
  })
  const engine = new CompileRun<Question, Answer>({
    ...options,
    control: {},
    identity: ['test'],
  })
  const program = new Predict('question -> answer')
  const makers = new NewPrograms<typeof program, Question, Answer>(
    { options, promptModel, pool: new ProgramPool(program) },
    {
      run: engine,
      leaderboard: new Leaderboard({ run: engine, valset, seed: 0, race: false }),
      trainset,
      valset,
      announce: () => undefined,
    },
  )
  const buckets = scores.map((ofOne, place) => ({
    gold: trainset[place % trainset.length] as Question,
    runs: ofOne.map(run),
  }))
  return { programs: await makers.of({ step: 1, buckets, low, high }), promptModel }
}

describe('NewPrograms', () => {
  it('adds a rule only where the good run is above the lowest and the bad one below the highest', async () => {
    const thresholds = { low: 0.2, high: 0.8 }
    expect((await newPrograms([[0.5, 0.3]], thresholds)).programs).toHaveLength(1)
    expect((await newPrograms([[0.2, 0]], thresholds)).programs).toHaveLength(0)
    expect((await newPrograms([[1, 0.8]], thresholds)).programs).toHaveLength(0)
  })

  it('asks for no rule where the runs do not differ', async () => {
    const { programs, promptModel } = await newPrograms([[0.5, 0.5]], { low: 0, high: 1 })
    expect(programs).toEqual([])
    expect(promptModel.requests).toEqual([])
  })

  it('shows a run only if it is above the lowest', async () => {
    // Enough buckets that some draw a demonstration.
    const many = (score: number) => Array.from({ length: 20 }, () => [score, score])
    const settings = { low: 0.5, high: 1, maxDemos: 4 }
    expect((await newPrograms(many(0.5), settings)).programs).toHaveLength(0)
    const { programs } = await newPrograms(many(0.6), settings)
    expect(programs).toHaveLength(7)
    for (const { demos } of programs) expect(demos).toEqual([{ question: '0', answer: 'answer 0' }])
  })

  it('makes one program more than there are candidates, from the first buckets', async () => {
    const scores = Array.from({ length: 10 }, () => [1, 0])
    const settings = { low: 0, high: 1, numCandidates: 3 }
    const { programs, promptModel } = await newPrograms(scores, settings)
    expect(programs).toHaveLength(4)
    expect(promptModel.requests).toHaveLength(4)
    expect(programs[0]?.signature.instructions).toMatch(/\n\nBe exact\.$/)
  })
})
