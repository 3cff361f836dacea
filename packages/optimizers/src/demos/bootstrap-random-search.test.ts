import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { example, type LM, OptionError, Predict } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { isRight, quiz, quizLM } from '../__fixtures__/quiz.ts'
import type { SearchProgress } from '../validation/search-report.ts'
import { BootstrapFewShotWithRandomSearch } from './bootstrap-random-search.ts'

function programWith(lm: LM): Predict<'question -> answer'> {
  const program = new Predict('question -> answer')
  program.lm = lm
  return program
}

/** An LM that is right on a question when the demonstrations hold enough others that are like it. */
function learner(): MockLM {
  return new MockLM(({ messages }) => {
    const questions = messages.map(
      ({ content }) => /question ## \]\]\n(\d+)/.exec(String(content))?.[1],
    )
    const asked = Number(questions.at(-1))
    const alike = questions
      .slice(0, -1)
      .filter((one) => one !== undefined && Number(one) % 3 === asked % 3)
    const isKnown = alike.length > 0 || asked % 3 === 0
    return `[[ ## answer ## ]]\n${isKnown ? `answer ${asked}` : 'no idea'}`
  })
}

const options = {
  metric: isRight,
  numCandidatePrograms: 6,
  maxLabeledDemos: 3,
  maxBootstrappedDemos: 3,
}
const [trainset, valset, testset] = [quiz(20), quiz(50).slice(20, 40), quiz(60).slice(40)]

describe('BootstrapFewShotWithRandomSearch', () => {
  it('keeps the set of demonstrations with the best validation score, and tells how good it is on a testset', async () => {
    const optimizer = new BootstrapFewShotWithRandomSearch(options)
    const { program, report } = await optimizer.compile(programWith(learner()), {
      trainset,
      valset,
      testset,
    })
    expect(report.candidates).toHaveLength(9)
    expect(report.score).toBe(Math.max(...report.candidates.map(({ score }) => score)))
    expect(report.score).toBe(1)
    const kinds = program.demos.map((demo) => Number(demo['question']) % 3)
    expect(kinds).toEqual(expect.arrayContaining([1, 2]))
    expect(report.test).toMatchObject({ score: 1 })
    expect(report.test?.before).toBeLessThan(0.5)
  })

  it('chooses the same with racing as without, for fewer evaluations', async () => {
    const compile = (race: boolean) =>
      new BootstrapFewShotWithRandomSearch({ ...options, race }).compile(programWith(learner()), {
        trainset,
        valset,
      })
    const [raced, whole] = [await compile(true), await compile(false)]
    expect(raced.program.dumpState()).toEqual(whole.program.dumpState())
    expect(raced.report.evaluations).toBeLessThan(whole.report.evaluations)
    expect(whole.report.candidates.every(({ evaluated }) => evaluated === 20)).toBe(true)
  })

  it('lets the teacher run an example once, whatever set it is for', async () => {
    const lm = quizLM({ model: 'quiz/one', accuracy: 0.5 })
    const optimizer = new BootstrapFewShotWithRandomSearch({
      ...options,
      race: false,
      maxLabeledDemos: 0,
    })
    const teacher = programWith(quizLM({ model: 'quiz/teacher', accuracy: 1 }))
    await optimizer.compile(programWith(lm), { trainset, valset, teacher })
    const asked = (teacher.lm as ReturnType<typeof quizLM>).asked
    expect(new Set(asked).size).toBe(asked.length)
  })

  it('never exceeds its budget, and returns the best so far', async () => {
    for (const calls of [1, 7, 33, 60]) {
      const lm = learner()
      const optimizer = new BootstrapFewShotWithRandomSearch(options)
      const { report } = await optimizer.compile(programWith(lm), {
        trainset,
        valset,
        budget: { calls },
      })
      expect(lm.requests.length).toBeLessThanOrEqual(calls)
      expect(report.calls).toBe(lm.requests.length)
    }
  })

  it('resumes from a checkpoint to the same result without a call', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'search-'))
    const checkpoint = join(folder, 'run.jsonl')
    const optimizer = new BootstrapFewShotWithRandomSearch(options)
    const compile = (lm: MockLM) =>
      optimizer.compile(programWith(lm), { trainset, valset, testset, checkpoint })
    const first = await compile(learner())
    const idle = learner()
    const second = await compile(idle)
    expect(idle.requests).toEqual([])
    expect(second.report).toEqual(first.report)
    expect(second.program.dumpState()).toEqual(first.program.dumpState())
    rmSync(folder, { recursive: true })
  })

  it('holds half of the trainset back where there is no valset, and tells how far it is', async () => {
    const stages: SearchProgress[] = []
    const optimizer = new BootstrapFewShotWithRandomSearch({
      ...options,
      numCandidatePrograms: 1,
      race: false,
    })
    const onProgress = (event: SearchProgress): void => void stages.push(event)
    const { report } = await optimizer.compile(programWith(learner()), { trainset, onProgress })
    expect(report.candidates[0]?.evaluated).toBe(10)
    expect(stages.map(({ stage }) => stage)).toEqual([
      'no demonstrations',
      'labelled demonstrations',
      'first bootstrapped demonstrations',
      'bootstrapped demonstrations 1',
      'validation',
      'test',
      'done',
    ])
  })

  it('stops at a score that is good enough', async () => {
    const optimizer = new BootstrapFewShotWithRandomSearch({ ...options, stopAtScore: 0.1 })
    const { report } = await optimizer.compile(programWith(learner()), { trainset, valset })
    expect(report.candidates).toHaveLength(1)
  })

  it('refuses an example in two roles, and options that cannot be', async () => {
    const optimizer = new BootstrapFewShotWithRandomSearch(options)
    const twice = [...valset, example({ question: '3', answer: 'x' }, { inputs: ['question'] })]
    const compile = optimizer.compile(programWith(learner()), { trainset, valset: twice })
    await expect(compile).rejects.toThrow('`valset` has an example that `trainset` has too')
    expect(
      () => new BootstrapFewShotWithRandomSearch({ ...options, numCandidatePrograms: -1 }),
    ).toThrow(OptionError)
  })
})
