import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LM, OptionError, Predict } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { obedientLM, type Riddle, riddleMetric, riddles } from '../__fixtures__/rule-lms.ts'
import { seededRandom } from '../random/random.ts'
import { MIPROv2 } from './mipro.ts'
import type { MIPROv2Options } from './mipro-options.ts'

type Answer = { answer: string }

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mipro-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Proposes instructions that state some of the rules; which depends on the rollout. */
function proposer(): MockLM {
  return new MockLM(({ messages, config }) => {
    if (!messages.some(({ content }) => String(content).includes('proposed_instruction')))
      return 'COMPLETE'
    const random = seededRandom(config?.rolloutId ?? 0)
    const rules = [0, 1, 2, 3, 4, 5].filter(() => random.next() < 0.6)
    return rules.map((rule) => `Obey rule-${rule}.`).join(' ') || 'Try harder.'
  })
}

function programWith(lm: LM): Predict<'question -> answer'> {
  const program = new Predict('question -> answer')
  program.lm = lm
  return program
}

const data = { trainset: riddles(0, 24), valset: riddles(24, 84), testset: riddles(84, 102) }

function optimizer(options: Partial<MIPROv2Options<Riddle, Answer>> = {}) {
  return new MIPROv2<Riddle, Answer>({ metric: riddleMetric, promptModel: proposer(), ...options })
}

describe('MIPROv2', () => {
  it('finds the best of the instructions that are proposed', async () => {
    const program = programWith(obedientLM())
    const { program: better, report } = await optimizer().compile(program, data)
    expect(report.score).toBeGreaterThan(0.6)
    expect(report.test?.score).toBeGreaterThan(0.6)
    expect(better.signature.instructions).toContain('rule-')
    expect(program.signature.instructions).not.toContain('rule-')
  })

  it('keeps the program when nothing that is proposed is better', async () => {
    const { program, report } = await optimizer({ promptModel: new MockLM(['']) }).compile(
      programWith(obedientLM()),
      data,
    )
    expect(report.score).toBe(0)
    expect(program.signature.instructions).toBe(
      new Predict('question -> answer').signature.instructions,
    )
  })

  it('tries combinations on some of many validation examples, and the best of them on all', async () => {
    const { report } = await optimizer({ numTrials: 10, race: false }).compile(
      programWith(obedientLM()),
      data,
    )
    expect(report.candidates.length).toBeLessThanOrEqual(3)
    expect(report.candidates.every(({ evaluated }) => evaluated === 60)).toBe(true)
    const whole = await optimizer({ numTrials: 10, minibatch: false, race: false }).compile(
      programWith(obedientLM()),
      data,
    )
    // Of ten trials one or two are of a combination that was tried before.
    expect(whole.report.candidates.length).toBeGreaterThan(8)
    expect(whole.report.candidates.every(({ evaluated }) => evaluated === 60)).toBe(true)
  })

  it.each([10, 90, 200])('makes no more than %d calls when that is its budget', async (calls) => {
    const [lm, promptModel] = [obedientLM(), proposer()]
    const { report } = await optimizer({ promptModel }).compile(programWith(lm), {
      ...data,
      budget: { calls },
    })
    expect(lm.requests.length + promptModel.requests.length).toBe(report.calls)
    expect(report.calls).toBeLessThanOrEqual(calls)
  })

  it('ends the same when it is killed at any of 20 points and resumed', async () => {
    const checkpoint = join(folder, 'run.jsonl')
    const compile = async (options: object) => {
      const { program, report } = await optimizer().compile(programWith(obedientLM()), {
        ...data,
        ...options,
      })
      return { state: program.dumpState(), report }
    }
    const expected = await compile({})
    expect(await compile({ checkpoint })).toEqual(expected)
    const whole = readFileSync(checkpoint)
    const random = seededRandom(5)
    for (let round = 0; round < 20; round += 1) {
      writeFileSync(checkpoint, whole)
      truncateSync(checkpoint, random.below(whole.length))
      expect(await compile({ checkpoint })).toEqual(expected)
    }
  })

  it.each([
    { numTrials: 0 },
    { minibatchSize: 0 },
    { maxLabeledDemos: -1 },
    { numCandidates: 0.5 },
    { initTemperature: 99 },
    { metricThreshold: Number.NaN },
    // As callers without types may write them.
    { auto: 'huge' as never },
    { promptModel: {} as never },
  ])('objects to %o', (options) => {
    expect(() => optimizer(options)).toThrow(OptionError)
  })
})
