import { Predict } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { type Question, quiz } from '../__fixtures__/quiz.ts'
import type { CompileBudget } from '../budget/compile-budget.ts'
import { CompileRun } from '../run/compile-run.ts'
import { Leaderboard } from './leaderboard.ts'

type Student = Predict<'question -> answer'>
type Answer = { answer: string }

const valset = quiz(60)

/** Is right on as many of a hundred questions as its instructions say. */
function programs(...abilities: readonly number[]): { label: string; program: Student }[] {
  const lm = new MockLM(({ messages }) => {
    const [, ability = '0'] = /ability (\d+)/.exec(String(messages[0]?.content)) ?? []
    const [, question = '0'] =
      /question ## \]\]\s+(\d+)/.exec(String(messages.at(-1)?.content)) ?? []
    const isKnown = (37 * Number(question)) % 100 < Number(ability)
    return `[[ ## answer ## ]]\n${isKnown ? 'right' : 'wrong'}`
  })
  return abilities.map((ability) => {
    const program: Student = new Predict('question -> answer')
    program.signature = program.signature.withInstructions(`Your ability ${ability}.`)
    program.lm = lm
    return { label: `${ability}`, program }
  })
}

function newBoard(options: { race?: boolean; budget?: CompileBudget } = {}) {
  const { race = true, budget = {} } = options
  const run = new CompileRun<Question, Answer>({
    metric: (_, { answer }) => answer === 'right',
    control: { budget },
    seed: 0,
    concurrency: 4,
    maxErrors: 0,
    identity: [],
  })
  return new Leaderboard<Student, Question, Answer>({ run, valset, seed: 0, race })
}

function evaluated(board: ReturnType<typeof newBoard>): number[] {
  return board.standings.map(({ scores }) => scores.filter((score) => score !== undefined).length)
}

describe('Leaderboard', () => {
  it('runs the first program on everything, since there is nothing to compare it with', async () => {
    const board = newBoard()
    await board.enter(programs(40))
    expect(evaluated(board)).toEqual([60])
    expect(board.best?.label).toBe('40')
  })

  it('drops whoever is far behind, also the best so far, and completes the winner in the end', async () => {
    const board = newBoard()
    await board.enter(programs(20))
    await board.enter(programs(95, 5))
    expect(board.best?.label).toBe('95')
    expect(evaluated(board)[1]).toBeLessThan(30)
    expect(evaluated(board)[2]).toBeLessThan(30)
    await board.complete()
    expect(evaluated(board)[1]).toBe(60)
    expect(board.report()[0]).toMatchObject({ label: '95', evaluated: 60 })
  })

  it('runs everyone on everything without races, and of equals keeps the first', async () => {
    const board = newBoard({ race: false })
    await board.enter(programs(40, 70))
    await board.enter(programs(30, 70))
    expect(evaluated(board)).toEqual([60, 60, 60, 60])
    expect(board.standings.indexOf(board.best as (typeof board.standings)[number])).toBe(1)
  })

  it('takes who did best until then when the budget cuts the first comparison off', async () => {
    const board = newBoard({ budget: { calls: 20 } })
    await board.enter(programs(10, 90, 20, 30))
    expect(board.best?.label).toBe('90')
  })

  it('keeps the best when the budget cuts a comparison off, unless another was far ahead', async () => {
    const close = newBoard({ budget: { calls: 66 } })
    await close.enter(programs(60))
    await close.enter(programs(70))
    expect(close.best?.label).toBe('60')
    const far = newBoard({ budget: { calls: 67 } })
    await far.enter(programs(0))
    await far.enter(programs(100))
    expect(far.best?.label).toBe('100')
  })

  it('keeps enough of the budget back to run the winner on everything', async () => {
    const board = newBoard({ budget: { calls: 130 } })
    await board.enter(programs(20))
    await board.enter(programs(95))
    await board.enter(programs(96, 97, 98, 99))
    await board.complete()
    expect(board.best?.isComplete).toBe(true)
  })
})
