import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AbortError, type LM, Module, OptionError, Predict } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  obedientLM,
  type Riddle,
  reflectingLM,
  riddleMetric,
  riddles,
} from '../__fixtures__/rule-lms.ts'
import { seededRandom } from '../random/random.ts'
import { GEPA } from './gepa.ts'
import type { GEPAEvent } from './gepa-event.ts'
import type { GEPAOptions } from './gepa-options.ts'

type Answer = { answer: string }

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gepa-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function programWith(lm: LM): Predict<'question -> answer'> {
  const program = new Predict('question -> answer')
  program.lm = lm
  return program
}

const data = { trainset: riddles(0, 18), valset: riddles(18, 42), testset: riddles(42, 60) }

function optimizer(options: Partial<GEPAOptions<Riddle, Answer>> = {}) {
  const reflectionLM = options.reflectionLM ?? reflectingLM()
  return new GEPA<Riddle, Answer>({ metric: riddleMetric, ...options, reflectionLM })
}

describe('GEPA', () => {
  it('learns rule after rule from feedback, and tells how good that is on examples nothing was chosen by', async () => {
    const program = programWith(obedientLM())
    const { program: better, report } = await optimizer().compile(program, data)
    expect(report.score).toBe(1)
    expect(report.test).toMatchObject({ score: 1, before: 0 })
    expect(better.signature.instructions.match(/rule-\d/g)?.length).toBeGreaterThanOrEqual(6)
    expect(program.signature.instructions).not.toContain('rule-')
    expect(report.candidates.length).toBeGreaterThan(2)
  })

  it('is reproducible from its seed', async () => {
    const compile = async (seed: number) => {
      const events: GEPAEvent[] = []
      const onEvent = (event: GEPAEvent): void => void events.push(event)
      const { program, report } = await optimizer({ seed, onEvent }).compile(
        programWith(obedientLM()),
        data,
      )
      return { state: program.dumpState(), report, events }
    }
    expect(await compile(1)).toEqual(await compile(1))
    expect((await compile(1)).events).not.toEqual((await compile(2)).events)
  })

  it('tries a mutation on the examples it was learned from before it is compared', async () => {
    const events: GEPAEvent[] = []
    const useless = reflectingLM()
    const stubborn: LM = {
      ...useless,
      model: 'mock/stubborn',
      generate: async (request) => {
        const reply = await useless.generate(request)
        return { ...reply, outputs: [{ text: '```\nTry harder.\n```', finishReason: 'stop' }] }
      },
    }
    const { report } = await optimizer({
      reflectionLM: stubborn,
      stop: { noImprovement: 3 },
      onEvent: (event) => events.push(event),
    }).compile(programWith(obedientLM()), data)
    expect(report.candidates).toHaveLength(1)
    const types = events.map(({ type }) => type)
    expect(types.filter((type) => type === 'proposal-rejected')).toHaveLength(3)
    expect(events.at(-1)).toMatchObject({
      type: 'stopped',
      reason: 'nothing better was found for long',
    })
  })

  it('merges candidates that changed different predictors', async () => {
    class Two extends Module<{ question: string }, Answer> {
      low = new Predict('question -> answer')
      high = new Predict('question -> answer')
      override forward(inputs: { question: string }) {
        return Number(inputs.question) % 6 < 3 ? this.low(inputs) : this.high(inputs)
      }
    }
    const events: GEPAEvent[] = []
    const program = new Two()
    program.setLM(obedientLM())
    const { report } = await optimizer({
      proposals: 2,
      onEvent: (event) => events.push(event),
    }).compile(program, data)
    expect(events.some(({ type }) => type === 'merge')).toBe(true)
    expect(report.score).toBe(1)
  })

  it.each([
    { metricCalls: 57 },
    { fullEvaluations: 3 },
    { candidates: 3 },
    { proposals: 2 },
    { score: 0.3 },
  ])('stops at %o', async (stop) => {
    const { report } = await optimizer({ stop }).compile(programWith(obedientLM()), {
      trainset: data.trainset,
      valset: data.valset,
    })
    expect(report.evaluations).toBeLessThanOrEqual(
      stop.metricCalls ?? (stop.fullEvaluations ?? 100) * 24,
    )
    expect(report.candidates.length).toBeLessThanOrEqual(stop.candidates ?? 10)
    expect(report.score).toBeLessThan(1)
  })

  it('stops when reflection has cost enough', async () => {
    const free = reflectingLM()
    const reflectionLM = new MockLM(
      (request) => free.generate(request).then(({ outputs }) => outputs[0]?.text ?? ''),
      { costUSD: 0.01 },
    )
    const stop = { reflectionUSD: 0.015 }
    await optimizer({ reflectionLM, stop }).compile(programWith(obedientLM()), data)
    expect(reflectionLM.requests).toHaveLength(2)
  })

  it('ends when its stop file is there', async () => {
    const file = join(folder, 'stop')
    writeFileSync(file, '')
    const { report } = await optimizer({ stop: { file } }).compile(programWith(obedientLM()), data)
    expect(report.candidates).toHaveLength(1)
  })

  it.each([5, 40, 77])(
    'makes no more than %d calls when that is its budget, those of reflection included',
    async (calls) => {
      const [lm, reflectionLM] = [obedientLM(), reflectingLM()]
      const { report } = await optimizer({ reflectionLM }).compile(programWith(lm), {
        ...data,
        budget: { calls },
      })
      expect(lm.requests.length + reflectionLM.requests.length).toBe(report.calls)
      expect(report.calls).toBeLessThanOrEqual(calls)
    },
  )

  it('ends the same when it is killed at any of 20 points and resumed', async () => {
    const checkpoint = join(folder, 'run.jsonl')
    const compile = async (options: object) => {
      const { program, report } = await optimizer({ proposals: 2 }).compile(
        programWith(obedientLM()),
        {
          ...data,
          budget: { calls: 260 },
          ...options,
        },
      )
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

  it('comes with the best so far at an abort', async () => {
    const controller = new AbortController()
    const compile = optimizer({
      onEvent: ({ type }) => type === 'candidate-accepted' && controller.abort(),
    }).compile(programWith(obedientLM()), { ...data, signal: controller.signal })
    await expect(compile).rejects.toThrow(AbortError)
    await expect(compile).rejects.toMatchObject({ partial: { report: { candidates: [{}, {}] } } })
  })

  it('makes sixty calls of 20 ms in less than 130 ms, sixteen at a time', async () => {
    // Of the calls alone: what a machine needs to think is measured by `pnpm bench`.
    vi.useFakeTimers()
    const wait = () => new Promise<void>((resolve) => setTimeout(resolve, 20))
    const [lm, reflectionLM] = [obedientLM(wait), reflectingLM(wait)]
    const options = { reflectionLM, concurrency: 16, proposals: 4, race: false }
    const compile = optimizer({ ...options, stop: { metricCalls: 56 } }).compile(programWith(lm), {
      trainset: data.trainset,
      valset: riddles(18, 34),
    })
    let elapsed = 0
    const end = compile.then(() => elapsed)
    for (; elapsed < 1000; elapsed += 1) await vi.advanceTimersByTimeAsync(1)
    vi.useRealTimers()
    expect((await compile).report.calls).toBe(60)
    expect(await end).toBeLessThan(130)
  })

  it.each([
    { reflectionMinibatchSize: 0 },
    { proposals: 0.5 },
    { stop: { metricCalls: 0 } },
    { maxMergeInvocations: -1 },
    // As callers without types may write them.
    { auto: 'huge' as never },
    { acceptance: 'lenient' as never },
    { componentSelector: 'random' as never },
    { reflectionLM: {} as never },
  ])('objects to %o', (options) => {
    expect(() => optimizer(options)).toThrow(OptionError)
  })
})
