import { AbortError, example, type LM, Module, OptionError, Predict } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { expectSameWhereverCut } from '../__fixtures__/cut-anywhere.ts'
import { hintedLM } from '../__fixtures__/hinted-lm.ts'
import { isRight, quiz } from '../__fixtures__/quiz.ts'
import { promptField } from '../instructions/__fixtures__/prompt-text.ts'
import type { SearchProgress, SearchReport } from '../validation/search-report.ts'
import { InferRules } from './infer-rules.ts'

/** A model that finds rules for two kinds of questions, other ones at each rollout. */
function ruler(): MockLM {
  return new MockLM(({ config }) => {
    const rollout = config?.rolloutId ?? 0
    return `hint ${rollout % 4}\nhint ${(rollout >> 2) % 4}`
  })
}

function student(lm: LM = hintedLM()): Predict<'question -> answer'> {
  const program = new Predict('question -> answer')
  program.lm = lm
  return program
}

const data = { trainset: quiz(8), valset: quiz(28).slice(8) }
// One demonstration, so that rules are needed for the other kinds of questions.
const options = { metric: isRight, maxBootstrappedDemos: 1, maxLabeledDemos: 0, numCandidates: 8 }

describe('InferRules', () => {
  it('keeps the rules with the best validation score, behind the instructions', async () => {
    const program = student()
    const before = program.signature.instructions
    const result = await new InferRules({ ...options, promptModel: ruler() }).compile(program, data)
    const { instructions } = result.program.signature
    expect(instructions.startsWith(`${before}\n\n`)).toBe(true)
    const hints = new Set([...instructions.matchAll(/hint ([123])/g)].map(([hint]) => hint))
    expect(result.report.score).toBe((1 + hints.size) / 4)
    expect(hints.size).toBe(2)
    expect(result.program.demos).toHaveLength(1)
  })

  it('gives each candidate its own rules, and changes no signature that programs share', async () => {
    const program = student()
    const { signature } = program
    const { instructions } = signature
    const promptModel = ruler()
    const optimizer = new InferRules({ ...options, promptModel, race: false })
    const { report } = await optimizer.compile(program, data)
    expect(program.signature).toBe(signature)
    expect(signature.instructions).toBe(instructions)
    expect(new Set(report.candidates.map(({ score }) => score)).size).toBeGreaterThan(2)
    expect(report.candidates.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['the program as given', 'demonstrations without rules', 'rules 1']),
    )
  })

  it('asks for so many rules at temperature 1, out of the trainset alone', async () => {
    const promptModel = ruler()
    await new InferRules({ ...options, numRules: 3, promptModel }).compile(student(), data)
    expect(promptModel.requests).toHaveLength(8)
    const rollouts = new Set(promptModel.requests.map(({ config }) => config?.rolloutId))
    expect(rollouts.size).toBe(8)
    const [request] = promptModel.requests
    expect(request?.config?.temperature).toBe(1)
    expect(promptField(request, 'number_of_rules')).toBe('3')
    expect(promptField(request, 'examples')).toContain('answer 7')
    expect(promptField(request, 'examples')).not.toContain('answer 8')
  })

  it('finds rules for a predictor inside in what it did in good runs', async () => {
    class Chain extends Module<{ question: string }, { answer: string }> {
      draft = student()
      final = new Predict('thought -> reply')
      override async forward({ question }: { question: string }): Promise<{ answer: string }> {
        await this.draft({ question })
        const { reply } = await this.final({ thought: `a thought on ${question}` })
        return { answer: reply }
      }
    }
    const program = new Chain()
    program.final.lm = new MockLM({ reply: 'right' })
    const promptModel = ruler()
    const optimizer = new InferRules({ ...options, metric: () => 1, numCandidates: 1, promptModel })
    await optimizer.compile(program, data)
    const shown = promptModel.requests.map((request) => promptField(request, 'examples'))
    expect(shown).toHaveLength(2)
    expect(shown[1]).toMatch(/thought\na thought on \d[\s\S]*reply\nright/)
  })

  it('does without the rules that the LM fails to write', async () => {
    const failing = ruler()
    const promptModel: LM = {
      model: 'mock/down',
      generate: () => Promise.reject(new Error('down')),
      stream: failing.stream,
    }
    const stages: SearchProgress[] = []
    const onProgress = (event: SearchProgress): void => void stages.push(event)
    const optimizer = new InferRules({ ...options, promptModel })
    const down = await optimizer.compile(student(), { ...data, onProgress })
    expect(down.report.candidates).toHaveLength(2)
    expect(stages.map(({ stage }) => stage)).toContain('rules 8: none, Error: down')
    const silent = new InferRules({ ...options, promptModel: new MockLM({ rules: ' ' }) })
    expect((await silent.compile(student(), data)).report.candidates).toHaveLength(2)
  })

  it('holds its budget of calls, those of the LM that writes included', async () => {
    for (const calls of [1, 20, 33, 45, 60]) {
      const [lm, promptModel] = [hintedLM(), ruler()]
      const optimizer = new InferRules({ ...options, promptModel })
      const { report } = await optimizer.compile(student(lm), { ...data, budget: { calls } })
      const made = lm.requests.length + promptModel.requests.length
      expect(made).toBeLessThanOrEqual(calls)
      expect(report.calls).toBe(made)
    }
  })

  it.each([[{}], [{ calls: 70 }], [{ usd: 0.06 }]])(
    'ends the same wherever its checkpoint was cut (budget %o)',
    async (budget) => {
      await expectSameWhereverCut((control) =>
        new InferRules({ ...options, promptModel: ruler() }).compile(student(), {
          ...data,
          ...control,
          budget,
        }),
      )
    },
  )

  it('gives the best so far when it is aborted, as far as the comparison came', async () => {
    const controller = new AbortController()
    let scored = 0
    const metric = (...args: Parameters<typeof isRight>): boolean => {
      scored += 1
      if (scored === 60) controller.abort()
      return isRight(...args)
    }
    const { signal } = controller
    const error = await new InferRules({ ...options, metric, promptModel: ruler() })
      .compile(student(), { ...data, signal })
      .catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(AbortError)
    const { report } = (error as AbortError & { partial: { report: SearchReport } }).partial // that of a search
    expect(report.candidates.length).toBeGreaterThan(3)
    expect(report.candidates.map(({ evaluated }) => evaluated)).toContain(8)
  })

  it('refuses options that cannot be, by name, and examples in two roles', async () => {
    expect(() => new InferRules({ ...options, numCandidates: 0 })).toThrow('`numCandidates`')
    expect(() => new InferRules({ ...options, numRules: 0 })).toThrow('`numRules`')
    expect(() => new InferRules({ ...options, maxRounds: 0 })).toThrow(OptionError)
    const twice = [example({ question: '3', answer: 'x' }, { inputs: ['question'] })]
    const compile = new InferRules(options).compile(student(), { ...data, valset: twice })
    await expect(compile).rejects.toThrow('`valset` has an example that `trainset` has too')
  })
})
