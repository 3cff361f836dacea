import { type LM, Module, Predict } from '@ockham/core'
import { beforeEach, describe, expect, it } from 'vitest'
import { isRight, quiz } from '../../__fixtures__/quiz.ts'
import { LabeledFewShot } from '../../demos/labeled-few-shot.ts'
import { CheapestAdequate } from '../cheapest-adequate.ts'
import type { SelectionReport } from '../selection-report.ts'
import { type PupilLM, pupilLM, type ShownPrompt } from './__fixtures__/pupil-lm.ts'
import { instructing } from './__fixtures__/tuners.ts'

const program = new Predict('question -> answer')
const questions = quiz(240)
const [trainset, devset] = [questions.slice(0, 40), questions.slice(40)]
const always = (accuracy: number) => (): number => accuracy
const withDemos = (accuracy: number, without: number) => (prompt: ShownPrompt) =>
  prompt.demos > 0 ? accuracy : without

let large: PupilLM

beforeEach(() => {
  large = pupilLM({ model: 'test/large', characterUSD: 1e-4, accuracy: always(1) })
})

const common = { metric: isRight, assignment: 'joint' } as const
const row = (report: SelectionReport, name: string) =>
  report.candidates.find(({ model }) => model === name)

describe('CheapestAdequate with models and prompts together', () => {
  it('chooses a cheap model with the demonstrations that it needs', async () => {
    const nano = pupilLM({ model: 'test/nano', characterUSD: 1e-6, accuracy: withDemos(0.95, 0.6) })
    const small = pupilLM({ model: 'test/small', characterUSD: 1e-5, accuracy: always(0.95) })
    const optimizer = new CheapestAdequate({ ...common, models: [nano, small, large], floor: 0.85 })
    const { program: chosen, report } = await optimizer.compile(program, { devset, trainset })
    expect(report).toMatchObject({
      chosen: 'test/nano with demos',
      choice: { self: 'test/nano with demos' },
      certified: true,
      certificate: { candidate: 'test/nano with demos' },
    })
    expect(row(report, 'test/nano')?.verdict).toBe('not-needed')
    expect(chosen.lm).toBe(nano)
    expect(chosen.demos.length).toBeGreaterThan(4)
    expect(program.demos).toEqual([])
    expect(program.lm).toBeUndefined()
  })

  it('shows runs of the reference, on examples of the trainset', async () => {
    const nano = pupilLM({ model: 'test/nano', characterUSD: 1e-6, accuracy: withDemos(1, 0.6) })
    const optimizer = new CheapestAdequate({ ...common, models: [nano], reference: large })
    const { program: chosen, report } = await optimizer.compile(program, { devset, trainset })
    expect(report).toMatchObject({ chosen: 'test/nano with demos', certified: true })
    const known = new Set(trainset.map(({ question }) => question))
    const shown = chosen.demos.map(({ question }) => String(question))
    expect(shown.every((question) => known.has(question))).toBe(true)
    const taught = large.asked.filter(({ question }) => known.has(question))
    expect(report.prompts).toEqual([
      { name: 'demos', calls: taught.length, costUSD: expect.any(Number) },
    ])
    expect(taught.map(({ question }) => question)).toEqual(shown.slice(0, taught.length))
    expect(nano.asked.some(({ question }) => known.has(question))).toBe(false)
  })

  it('takes the best model for a teacher where there is a floor', async () => {
    const nano = pupilLM({ model: 'test/nano', characterUSD: 1e-6, accuracy: always(0.5) })
    const small = pupilLM({ model: 'test/small', characterUSD: 1e-5, accuracy: always(0.9) })
    const optimizer = new CheapestAdequate({ ...common, models: [nano, small], floor: 0.8 })
    await optimizer.compile(program, { devset, trainset })
    const isTaught = ({ question }: { question: string }) => Number(question) < 40
    expect(small.asked.some(isTaught)).toBe(true)
    expect(nano.asked.some(isTaught)).toBe(false)
  })

  it('takes the dearer of two models that did as well for a teacher', async () => {
    const twins = [1e-6, 1e-5, 1e-7].map((characterUSD, index) =>
      pupilLM({ model: `test/${index}`, characterUSD, accuracy: always(0.9) }),
    )
    const optimizer = new CheapestAdequate({ ...common, models: twins, floor: 0.8 })
    await optimizer.compile(program, { devset, trainset })
    const taught = twins.map(({ asked }) => asked.some(({ question }) => Number(question) < 40))
    expect(taught).toEqual([false, true, false])
  })

  it('keeps the prompt of the program for a model that demonstrations confuse', async () => {
    const nano = pupilLM({ model: 'test/nano', characterUSD: 1e-6, accuracy: withDemos(0.4, 0.95) })
    const optimizer = new CheapestAdequate({ ...common, models: [nano, large], floor: 0.85 })
    const { program: chosen, report } = await optimizer.compile(program, { devset, trainset })
    expect(report).toMatchObject({ chosen: 'test/nano', certified: true })
    expect(chosen.demos).toEqual([])
    expect(row(report, 'test/nano with demos')?.verdict).toBe('not-needed')
  })

  it('does not pay for demonstrations that make nothing better', async () => {
    const nano = pupilLM({ model: 'test/nano', characterUSD: 1e-6, accuracy: always(0.95) })
    const optimizer = new CheapestAdequate({ ...common, models: [nano, large], floor: 0.85 })
    const { report } = await optimizer.compile(program, { devset, trainset })
    expect(report.chosen).toBe('test/nano')
    const [bare, shown] = ['test/nano', 'test/nano with demos'].map((name) => row(report, name))
    expect(shown?.costPerExampleUSD).toBeGreaterThan(1.5 * (bare?.costPerExampleUSD ?? 0))
  })

  it('takes a dearer prompt that is adequate before a cheaper one that nearly is', async () => {
    const nano = pupilLM({ model: 'test/nano', characterUSD: 1e-6, accuracy: withDemos(1, 0.95) })
    const optimizer = new CheapestAdequate({ ...common, models: [nano], floor: 0.97 })
    const few = devset.slice(0, 60)
    const { report } = await optimizer.compile(program, { devset: few, trainset })
    // On the 20 examples that are for searching one is lost, which is within noise, and below the floor.
    expect(row(report, 'test/nano')).toMatchObject({ evaluated: 20, meanScore: 0.95 })
    expect(report).toMatchObject({ chosen: 'test/nano with demos', certified: true })
  })

  it('counts the length of a prompt: sixteen demonstrations make a cheap model dearer than a middling one', async () => {
    const nano = pupilLM({ model: 'test/nano', characterUSD: 1e-6, accuracy: withDemos(0.95, 0.6) })
    const middling = pupilLM({
      model: 'test/middling',
      characterUSD: 1.5e-6,
      accuracy: ({ demos }) => (demos > 0 ? 0.5 : 0.95),
    })
    const optimizer = new CheapestAdequate({
      ...common,
      models: [nano, middling, large],
      floor: 0.85,
    })
    const { report } = await optimizer.compile(program, { devset, trainset })
    expect(report).toMatchObject({ chosen: 'test/middling', certified: true })
    const price = (name: string) => row(report, name)?.costPerExampleUSD ?? 0
    expect(price('test/nano')).toBeLessThan(price('test/middling'))
    expect(price('test/nano with demos')).toBeGreaterThan(price('test/middling'))
  })

  it('leaves out a prompt that makes a model as dear as the reference, and takes one that does not', async () => {
    const nano = pupilLM({
      model: 'test/nano',
      characterUSD: 8e-5,
      accuracy: withDemos(1, 0.9),
    })
    const optimizer = new CheapestAdequate({
      ...common,
      models: [nano],
      reference: large,
      tolerance: 0.2,
    })
    const { report } = await optimizer.compile(program, { devset, trainset })
    expect(report).toMatchObject({ chosen: 'test/nano', certified: true })
  })

  it('tries programs that are finished, without a trainset', async () => {
    const accuracy = ({ text }: ShownPrompt) => (text.includes('Think twice') ? 0.95 : 0.5)
    const nano = pupilLM({ model: 'test/nano', characterUSD: 1e-6, accuracy })
    const tuned = new Predict('question -> answer')
    tuned.signature = tuned.signature.withInstructions('Think twice.')
    tuned.lm = large
    const optimizer = new CheapestAdequate({
      ...common,
      models: [nano, large],
      floor: 0.85,
      variants: { 'last week': tuned },
    })
    const { program: chosen, report } = await optimizer.compile(program, { devset })
    expect(report).toMatchObject({ chosen: 'test/nano with last week', certified: true })
    expect(report.prompts).toBeUndefined()
    expect(chosen.lm).toBe(nano)
    expect(chosen.signature.instructions).toBe('Think twice.')
  })

  it('lets tuners write prompts with the best model, and shows runs under these too', async () => {
    const accuracy = ({ text, demos }: ShownPrompt) =>
      0.4 + (text.includes('Think twice') ? 0.3 : 0) + (demos > 0 ? 0.3 : 0)
    const nano = pupilLM({ model: 'test/nano', characterUSD: 1e-6, accuracy })
    const tuner = instructing('Think twice.')
    const bound: (LM | undefined)[] = []
    const watched: typeof tuner = {
      ...tuner,
      compile: (given, options) => {
        bound.push(given.getLM())
        return tuner.compile(given, options)
      },
    }
    const optimizer = new CheapestAdequate({
      ...common,
      models: [nano],
      reference: large,
      tuners: { careful: watched },
    })
    const { program: chosen, report } = await optimizer.compile(program, { devset, trainset })
    expect(bound).toEqual([large])
    expect(tuner.told[0]?.trainset).toBe(trainset)
    expect(report).toMatchObject({ chosen: 'test/nano with careful + demos', certified: true })
    expect(report.candidates.map(({ model }) => model)).toEqual([
      'test/nano',
      'test/nano with demos',
      'test/nano with careful',
      'test/nano with careful + demos',
      'test/large',
    ])
    expect(chosen.signature.instructions).toBe('Think twice.')
    expect(chosen.demos.length).toBeGreaterThan(0)
    // Of 66 examples that are for searching, two of the four prompts had lost after the first half.
    const lengths = report.candidates.slice(0, 3).map(({ evaluated }) => evaluated)
    expect(lengths.toSorted()).toEqual([33, 33, 66])
  })

  it('leaves a finished program the demonstrations that it has', async () => {
    const nano = pupilLM({ model: 'test/nano', characterUSD: 1e-6, accuracy: always(0.9) })
    const finished = new Predict('question -> answer')
    finished.signature = finished.signature.withInstructions('Think twice.')
    finished.demos = [{ question: 'x', answer: 'y' }]
    const options = { ...common, models: [nano], floor: 0.8, variants: { finished } }
    const { report } = await new CheapestAdequate(options).compile(program, { devset, trainset })
    expect(report.candidates.map(({ model }) => model)).toEqual([
      'test/nano',
      'test/nano with finished',
      'test/nano with demos',
    ])
  })

  it('gives each predictor its own instructions and demonstrations', async () => {
    class TwoSteps extends Module<{ question: string }, { answer: string }> {
      first = new Predict('question -> answer')
      second = new Predict('question -> answer')

      async forward({ question }: { question: string }): Promise<{ answer: string }> {
        const [one, other] = [await this.first({ question }), await this.second({ question })]
        return { answer: one.answer === other.answer ? one.answer : 'not sure' }
      }
    }
    const accuracy = ({ text, demos }: ShownPrompt) =>
      demos > 0 && /Be the (first|second)/.test(text) ? 0.95 : 0.5
    const nano = pupilLM({ model: 'test/nano', characterUSD: 1e-6, accuracy })
    const finished = new TwoSteps()
    for (const place of ['first', 'second'] as const) {
      const { signature } = finished[place]
      finished[place].signature = signature.withInstructions(`Be the ${place}.`)
    }
    finished.second.config = { temperature: 1 }
    const student = new TwoSteps()
    const options = { ...common, models: [nano, large], floor: 0.85, variants: { finished } }
    const optimizer = new CheapestAdequate(options)
    const { program: chosen, report } = await optimizer.compile(student, { devset, trainset })
    const name = 'test/nano with finished + demos'
    expect(report).toMatchObject({ chosen: name, choice: { first: name, second: name } })
    for (const place of ['first', 'second'] as const) {
      expect(chosen[place].signature.instructions).toBe(`Be the ${place}.`)
      expect(chosen[place].demos.length).toBeGreaterThan(0)
      expect(chosen[place].config).toEqual({})
      expect(chosen[place].lm).toBe(nano)
    }
  })

  it('takes another optimizer for the demonstrations', async () => {
    const nano = pupilLM({
      model: 'test/nano',
      characterUSD: 1e-6,
      accuracy: ({ demos }) => (demos === 2 ? 0.95 : 0.5),
    })
    const demos = new LabeledFewShot({ k: 2 })
    const optimizer = new CheapestAdequate({
      ...common,
      models: [nano, large],
      floor: 0.85,
      tuners: { demos },
    })
    const { program: chosen } = await optimizer.compile(program, { devset, trainset })
    expect([chosen.lm, chosen.demos.length]).toEqual([nano, 2])
  })

  it('tries no prompt twice', async () => {
    const nano = pupilLM({ model: 'test/nano', characterUSD: 1e-6, accuracy: always(0.95) })
    const optimizer = new CheapestAdequate({
      ...common,
      models: [nano, large],
      floor: 0.85,
      variants: { same: new Predict('question -> answer') },
      tuners: { idle: instructing(program.signature.instructions) },
    })
    const { report } = await optimizer.compile(program, { devset, trainset })
    expect(report.candidates.map(({ model }) => model)).toEqual([
      'test/nano',
      'test/large',
      'test/nano with demos',
      'test/large with demos',
    ])
  })

  it('goes on without a prompt whose tuner fails, and says why', async () => {
    const nano = pupilLM({ model: 'test/nano', characterUSD: 1e-6, accuracy: always(0.95) })
    const failing = instructing('')
    failing.compile = () => Promise.reject(new Error('no ideas'))
    const optimizer = new CheapestAdequate({
      ...common,
      models: [nano, large],
      floor: 0.85,
      tuners: { failing },
    })
    const { report } = await optimizer.compile(program, { devset, trainset })
    expect(report.chosen).toBe('test/nano')
    expect(report.prompts?.[1]).toEqual({
      name: 'failing',
      calls: 0,
      costUSD: 0,
      error: 'no ideas',
    })
  })
})
