import { cascade, Module, Predict } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { isRight, type Question, quiz } from '../__fixtures__/quiz.ts'
import { CompileRun } from './compile-run.ts'

type Answer = { answer: string }

/** Thinks and answers; asks for two thoughts in the same words. */
class TwoSteps extends Module<{ question: string }, Answer> {
  think = new Predict('question -> thought')
  answer = new Predict('question, thought -> answer')
  override async forward({ question }: { question: string }): Promise<Answer> {
    const thoughts = [await this.think({ question }), await this.think({ question })]
    return this.answer({ question, thought: thoughts.map(({ thought }) => thought).join() })
  }
}

function newLM(): MockLM {
  let calls = 0
  return new MockLM(() => {
    calls += 1
    return `[[ ## thought ## ]]\n${calls}\n\n[[ ## answer ## ]]\n${calls}`
  })
}

function programWith(lm: MockLM, instructions?: string): TwoSteps {
  const program = new TwoSteps()
  program.setLM(lm)
  const { signature } = program.answer
  if (instructions) program.answer.signature = signature.withInstructions(instructions)
  return program
}

function newRun(reuseReplies: boolean): CompileRun<Question, Answer> {
  return new CompileRun<Question, Answer>({
    metric: isRight,
    control: {},
    seed: 0,
    concurrency: 4,
    maxErrors: 10,
    reuseReplies,
    identity: [],
  })
}

async function evaluateTwo(
  lm: MockLM,
  reuseReplies: boolean,
): Promise<CompileRun<Question, Answer>> {
  const run = newRun(reuseReplies)
  const candidates = [programWith(lm), programWith(lm, 'Be brief.')].map((one) =>
    run.candidate(one),
  )
  await run.evaluate(
    candidates.flatMap((candidate) => quiz(3).map((gold) => ({ candidate, gold }))),
  )
  return run
}

describe('replies that candidates share', () => {
  it('are paid once by candidates that ask the same, side by side or one after the other', async () => {
    const lm = newLM()
    const run = await evaluateTwo(lm, true)
    // Two thoughts for each question, and an answer for each question and candidate.
    expect(lm.requests).toHaveLength(3 * 2 + 3 * 2)
    expect(run.spent.calls).toBe(12)
  })

  it('are asked for each time where they are not to be shared', async () => {
    const lm = newLM()
    await evaluateTwo(lm, false)
    expect(lm.requests).toHaveLength(2 * 3 * 3)
  })

  it('are not shared within one evaluation: who asks twice gets two', async () => {
    const lm = newLM()
    const run = newRun(true)
    const [result] = await run.evaluate(
      quiz(1).map((gold) => ({ candidate: run.candidate(programWith(lm)), gold })),
    )
    expect(result?.steps.map(({ outputs }) => outputs['thought']).slice(0, 2)).toEqual(['1', '2'])
  })

  it('are not those of another LM with the same name', async () => {
    const [one, other] = [newLM(), newLM()]
    const run = newRun(true)
    const [gold] = quiz(1)
    if (!gold) throw new Error('There is a question.')
    await run.evaluate(
      [one, other].map((lm) => ({
        candidate: run.candidate(programWith(lm, `${lm === one}`)),
        gold,
      })),
    )
    expect([one.requests.length, other.requests.length]).toEqual([3, 3])
  })

  it('are shared with a cascade, which asks the same with an allowance', async () => {
    const [lm, strong] = [newLM(), newLM()]
    const run = newRun(true)
    const alone = run.candidate(programWith(lm))
    const program = programWith(lm)
    const confidence = (): boolean => true
    program.setLM(
      run.candidates.composed((part) => cascade([part(lm), part(strong)], { confidence })),
    )
    const trials = [alone, run.candidate(program, 'cascade')].flatMap((candidate) =>
      quiz(3).map((gold) => ({ candidate, gold })),
    )
    await run.evaluate(trials.slice(0, 3))
    const before = lm.requests.length
    await run.evaluate(trials)
    expect([lm.requests.length, strong.requests.length]).toEqual([before, 0])
  })

  it('do not pass a failure on: whoever waited for the call makes it itself', async () => {
    let calls = 0
    const lm = new MockLM(() => {
      calls += 1
      if (calls === 1) throw new Error('no luck')
      return '[[ ## thought ## ]]\nx\n\n[[ ## answer ## ]]\nx'
    })
    const run = newRun(true)
    const [gold] = quiz(1)
    if (!gold) throw new Error('There is a question.')
    const programs = [programWith(lm), programWith(lm, 'Be brief.')]
    const results = await run.evaluate(
      programs.map((program) => ({ candidate: run.candidate(program), gold })),
    )
    expect(results.map((result) => result?.error?.message)).toEqual([
      expect.stringContaining('no luck'),
      undefined,
    ])
  })
})
