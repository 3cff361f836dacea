import { AbortError, type LM, Module, OptionError, Predict } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { expectSameWhereverCut } from '../__fixtures__/cut-anywhere.ts'
import { hintedLM } from '../__fixtures__/hinted-lm.ts'
import { isRight, quiz } from '../__fixtures__/quiz.ts'
import { promptField, promptText } from '../instructions/__fixtures__/prompt-text.ts'
import type { SearchProgress } from '../validation/search-report.ts'
import { COPRO } from './copro.ts'

/** A model that adds a hint to the instructions it is shown, to the best of several. */
function hinter(): MockLM {
  return new MockLM((request) => {
    const basic = promptField(request, 'basic_instruction')
    const best =
      promptText(request)
        .split(/# Instruction \d+, score [\d.]+\n/)
        .at(-1) ?? ''
    const [first = ''] = (basic || best).split('\n')
    return `${first} hint ${(request.config?.rolloutId ?? 0) % 4}`
  })
}

function student(lm: LM = hintedLM()): Predict<'question -> answer'> {
  const program = new Predict('question -> answer')
  program.lm = lm
  program.signature = program.signature.withInstructions('Answer.')
  return program
}

const data = { trainset: quiz(4), valset: quiz(24).slice(4) }
const options = { metric: isRight, breadth: 4, depth: 3 }

describe('COPRO', () => {
  it('builds better instructions on the best ones, round by round', async () => {
    const promptModel = hinter()
    const optimizer = new COPRO({ ...options, promptModel })
    const { program, report } = await optimizer.compile(student(), data)
    expect(program.signature.instructions).toContain('hint 1')
    expect(program.signature.instructions).toContain('hint 2')
    expect(program.signature.instructions).toContain('hint 3')
    expect(report.score).toBe(1)
    expect(promptModel.requests).toHaveLength(3 + 4 + 4)
    expect(promptModel.requests.every(({ config }) => config?.temperature === 1.4)).toBe(true)
  })

  it('shows what was tried from the worst to the best, at most as many as the breadth', async () => {
    const promptModel = hinter()
    await new COPRO({ ...options, promptModel }).compile(student(), data)
    const shown = promptField(promptModel.requests.at(-1), 'attempted_instructions')
    const scores = [...shown.matchAll(/score ([\d.]+)/g)].map(([, score]) => Number(score))
    expect(scores).toHaveLength(4)
    expect(scores).toEqual(scores.toSorted((one, other) => one - other))
  })

  it('keeps the given instructions when none are better, and leaves the given program alone', async () => {
    const program = student()
    const before = program.dumpState()
    const promptModel = new MockLM({ proposed_instruction: 'Do not answer.' })
    const result = await new COPRO({ ...options, promptModel }).compile(program, data)
    expect(result.program.dumpState()).toEqual(before)
    expect(program.dumpState()).toEqual(before)
    expect(result.program).not.toBe(program)
  })

  it('evaluates the same program once, however often it is proposed', async () => {
    const promptModel = new MockLM({ proposed_instruction: 'Do not answer.' })
    const lm = hintedLM()
    const optimizer = new COPRO({ ...options, promptModel, race: false })
    const { report } = await optimizer.compile(student(lm), data)
    expect(report.candidates).toHaveLength(2)
    expect(lm.requests).toHaveLength(2 * 20)
  })

  it('improves each predictor of a program, with the others as in the best so far', async () => {
    class Fork extends Module<{ question: string }, { answer: string }> {
      even = student()
      odd = student()
      override forward({ question }: { question: string }): Promise<{ answer: string }> {
        return Number(question) % 2 === 0 ? this.even({ question }) : this.odd({ question })
      }
    }
    const optimizer = new COPRO({ ...options, breadth: 6, promptModel: hinter() })
    const { program, report } = await optimizer.compile(new Fork(), data)
    expect(report.score).toBe(1)
    expect(program.even.signature.instructions).toContain('hint 2')
    expect(program.odd.signature.instructions).toMatch(/hint 1.*hint 3|hint 3.*hint 1/)
  })

  it('does without the instructions that the LM fails to write', async () => {
    let asked = 0
    const [working, failing] = [hinter(), hinter()]
    const promptModel = new MockLM(async (request) => {
      asked += 1
      if (asked % 3 === 0) throw new Error('down')
      const { outputs } = await working.generate(request)
      return outputs[0]?.text ?? ''
    })
    const partly = await new COPRO({ ...options, promptModel }).compile(student(), data)
    expect(partly.report.score).toBeGreaterThan(0.25)
    const stages: SearchProgress[] = []
    const down = new COPRO({
      ...options,
      promptModel: {
        ...failing,
        generate: () => Promise.reject(new Error('down')),
        stream: failing.stream,
      },
    })
    const onProgress = (event: SearchProgress): void => void stages.push(event)
    const none = await down.compile(student(), { ...data, onProgress })
    expect(none.report.candidates).toHaveLength(1)
    expect(stages.map(({ stage }) => stage)).toContain('self: no instructions, Error: down')
  })

  it('uses the LM of the program where no other writes', async () => {
    const lm = new MockLM({ answer: 'answer 4', proposed_instruction: 'Say 4.' })
    await new COPRO({ ...options, depth: 1 }).compile(student(lm), data)
    expect(lm.requests.some((request) => promptField(request, 'basic_instruction') !== '')).toBe(
      true,
    )
  })

  it('holds its budget of calls, those of the LM that writes included', async () => {
    for (const calls of [1, 19, 22, 30, 57]) {
      const [lm, promptModel] = [hintedLM(), hinter()]
      const optimizer = new COPRO({ ...options, promptModel })
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
        new COPRO({ ...options, promptModel: hinter() }).compile(student(), {
          ...data,
          ...control,
          budget,
        }),
      )
    },
  )

  it('gives the best so far when it is aborted', async () => {
    const controller = new AbortController()
    const onProgress = ({ candidates }: SearchProgress): void => {
      if (candidates === 4) controller.abort()
    }
    const optimizer = new COPRO({ ...options, promptModel: hinter() })
    const { signal } = controller
    const error = await optimizer
      .compile(student(), { ...data, signal, onProgress })
      .catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(AbortError)
    expect(error).toMatchObject({ partial: { report: { candidates: { length: 4 } } } })
  })

  it('refuses options that cannot be, by name', () => {
    expect(() => new COPRO({ ...options, breadth: 1 })).toThrow('`breadth`')
    expect(() => new COPRO({ ...options, depth: 0 })).toThrow('`depth`')
    expect(() => new COPRO({ ...options, initTemperature: 3 })).toThrow('`initTemperature`')
    // What a caller without types may write.
    expect(() => new COPRO({ ...options, metric: undefined as never })).toThrow(OptionError)
  })
})
