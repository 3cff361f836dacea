import { AbortError, type LM, OptionError, Predict } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { expectSameWhereverCut } from '../__fixtures__/cut-anywhere.ts'
import { hintedLM } from '../__fixtures__/hinted-lm.ts'
import { isRight, quiz } from '../__fixtures__/quiz.ts'
import { promptField } from '../instructions/__fixtures__/prompt-text.ts'
import type { SearchProgress } from '../validation/search-report.ts'
import { SIMBA } from './simba.ts'

/** A model that sees from a question of which kind it is, and gives the hint for it. */
function adviser(): MockLM {
  return new MockLM((request) => {
    const [, question] = /### question\n(\d+)/.exec(promptField(request, 'program_example')) ?? []
    const advice = JSON.stringify({ self: `hint ${Number(question) % 4}` })
    return `[[ ## discussion ## ]]\nLuck.\n\n[[ ## module_advice ## ]]\n${advice}`
  })
}

function student(lm: LM = hintedLM()): Predict<'question -> answer'> {
  const program = new Predict('question -> answer')
  program.lm = lm
  return program
}

const data = { trainset: quiz(16), valset: quiz(36).slice(16) }
const options = { metric: isRight, bsize: 8, maxSteps: 4, numCandidates: 3 }
const rulesOnly = { ...options, maxDemos: 0 }

describe('SIMBA', () => {
  it('learns rules by comparing runs, until it knows every kind of question', async () => {
    const program = student()
    const before = program.dumpState()
    const promptModel = adviser()
    const result = await new SIMBA({ ...rulesOnly, promptModel }).compile(program, data)
    expect(result.report.score).toBe(1)
    const { instructions } = result.program.signature
    for (const kind of [1, 2, 3]) expect(instructions).toContain(`\n\nhint ${kind}`)
    expect(result.program.demos).toEqual([])
    expect(program.dumpState()).toEqual(before)
    const compared = promptModel.requests.map((request) =>
      ['better_reward', 'worse_reward'].map((name) => Number(promptField(request, name))),
    )
    expect(compared.length).toBeGreaterThan(0)
    for (const rewards of compared) expect(rewards).toEqual([1, 0])
  })

  it('learns from demonstrations of good runs where no rule can be had, never more than there is room for', async () => {
    const promptModel = new MockLM({ discussion: 'x', module_advice: {} })
    const optimizer = new SIMBA({ ...options, maxDemos: 3, maxSteps: 8, promptModel, seed: 1 })
    const { program, report } = await optimizer.compile(student(), data)
    expect(report.score).toBeGreaterThan(0.5)
    expect(program.demos.length).toBeGreaterThan(0)
    expect(program.demos.length).toBeLessThanOrEqual(3)
    for (const demo of program.demos) expect(demo['answer']).toBe(`answer ${demo['question']}`)
  })

  it('runs each example of a batch as often as told, at temperature 1 and a rollout id of its own', async () => {
    const lm = hintedLM()
    await new SIMBA({ ...rulesOnly, maxSteps: 1, promptModel: adviser() }).compile(
      student(lm),
      data,
    )
    const sampled = lm.requests.filter(({ config }) => config?.rolloutId !== undefined)
    expect(sampled).toHaveLength(3 * 8)
    expect(sampled.every(({ config }) => config?.temperature === 1)).toBe(true)
    expect(new Set(sampled.map(({ config }) => config?.rolloutId))).toEqual(new Set([1, 2, 3]))
  })

  it('never shows a program the demonstration of the example that it runs on', async () => {
    const lm = new MockLM((request) => {
      const texts = request.messages.map(({ content }) => String(content))
      const questions = texts.map((text) => /question ## \]\]\n(\d+)/.exec(text)?.[1])
      if (questions.slice(0, -1).includes(questions.at(-1))) throw new Error('told')
      return hintedLM()
        .generate(request)
        .then(({ outputs }) => outputs[0]?.text ?? '')
    })
    const promptModel = adviser()
    const { report } = await new SIMBA({ ...options, promptModel, maxErrors: 0 }).compile(
      student(lm),
      data,
    )
    expect(report.score).toBeGreaterThan(0.25)
  })

  it('compares the given program and winners of evenly spaced steps on the valset', async () => {
    const optimizer = new SIMBA({ ...rulesOnly, race: false, maxSteps: 6, promptModel: adviser() })
    const { report } = await optimizer.compile(student(), data)
    const labels = report.candidates.map(({ label }) => label)
    expect(labels).toContain('the program as given')
    expect(labels.length).toBeLessThanOrEqual(4)
    expect(labels).not.toContain('best of step 1')
    expect(report.candidates.every(({ evaluated }) => evaluated === 20)).toBe(true)
  })

  it('goes on without the rules that the LM fails to write', async () => {
    const failing = adviser()
    const promptModel: LM = {
      model: 'mock/down',
      generate: () => Promise.reject(new Error('down')),
      stream: failing.stream,
    }
    const stages: string[] = []
    const onProgress = ({ stage }: SearchProgress): void => void stages.push(stage)
    const optimizer = new SIMBA({ ...rulesOnly, promptModel })
    const { report } = await optimizer.compile(student(), { ...data, onProgress })
    expect(report.candidates).toHaveLength(1)
    const vain = stages.filter((stage) => stage === 'step 1: no rule, Error: down')
    expect(vain).toHaveLength(4)
    expect(stages).toContain('step 4')
  })

  it('has a validated program to give as soon as its budget reaches beyond the first step', async () => {
    const optimizer = new SIMBA({ ...rulesOnly, promptModel: adviser() })
    const { report } = await optimizer.compile(student(), { ...data, budget: { calls: 130 } })
    expect(report.score).toBeGreaterThan(0.25)
  })

  it('holds its budget of calls, those of the LM that writes included', async () => {
    for (const calls of [1, 21, 47, 90, 150]) {
      const [lm, promptModel] = [hintedLM(), adviser()]
      const optimizer = new SIMBA({ ...options, promptModel })
      const { report } = await optimizer.compile(student(lm), { ...data, budget: { calls } })
      const made = lm.requests.length + promptModel.requests.length
      expect(made).toBeLessThanOrEqual(calls)
      expect(report.calls).toBe(made)
    }
  })

  it.each([[{}], [{ calls: 100 }], [{ usd: 0.15 }]])(
    'ends the same wherever its checkpoint was cut (budget %o)',
    async (budget) => {
      await expectSameWhereverCut((control) =>
        new SIMBA({ ...options, promptModel: adviser() }).compile(student(), {
          ...data,
          ...control,
          budget,
        }),
      )
    },
  )

  it('gives the best so far when it is aborted', async () => {
    const controller = new AbortController()
    const onProgress = ({ stage }: SearchProgress): void => {
      if (stage === 'best of step 1') controller.abort()
    }
    const { signal } = controller
    const error = await new SIMBA({ ...rulesOnly, promptModel: adviser() })
      .compile(student(), { ...data, signal, onProgress })
      .catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(AbortError)
    expect(error).toMatchObject({ partial: { report: { candidates: { length: 2 } } } })
  })

  it('refuses options that cannot be, by name', async () => {
    expect(() => new SIMBA({ ...options, bsize: 0 })).toThrow('`bsize`')
    expect(() => new SIMBA({ ...options, maxDemos: -1 })).toThrow('`maxDemos`')
    expect(() => new SIMBA({ ...options, temperatureForSampling: 0 })).toThrow(OptionError)
    const compile = new SIMBA({ ...options, bsize: 17 }).compile(student(), data)
    await expect(compile).rejects.toThrow('`bsize` is 17, and there are 16 examples to learn from')
  })
})
