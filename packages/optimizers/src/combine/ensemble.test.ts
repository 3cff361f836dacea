import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  AbortError,
  loadProgram,
  OptionError,
  Predict,
  saveProgram,
  streamify,
  trackUsage,
} from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { Ensemble } from './ensemble.ts'

function answering(answer: string): Predict<'question -> answer'> {
  const program = new Predict('question -> answer')
  program.lm = new MockLM({ answer }, { model: `mock/${answer}`, costUSD: 0.01 })
  return program
}

function failing(): Predict<'question -> answer'> {
  const program = new Predict('question -> answer')
  program.lm = new MockLM(() => {
    throw new Error('down')
  })
  return program
}

describe('Ensemble', () => {
  it('gives the most common answer, and counts what all of them use', async () => {
    const ensemble = new Ensemble().compile(['red', 'blue', 'Blue.'].map(answering))
    const { result, usage } = await trackUsage(() => ensemble({ question: 'which?' }))
    expect(result.answer).toBe('blue')
    expectTypeOf(result.answer).toBeString()
    expect(result.$meta.costUSD).toBeCloseTo(0.03)
    expect(usage.calls).toBe(3)
  })

  it('reduces as it is told, with the types of the reduction', async () => {
    const ensemble = new Ensemble({
      reduce: (all: readonly { answer: string }[]) => ({ answers: all.map((one) => one.answer) }),
    }).compile(['red', 'blue'].map(answering))
    const result = await ensemble({ question: 'which?' })
    expect(result.answers).toEqual(['red', 'blue'])
    expectTypeOf(result.answers).toEqualTypeOf<string[]>()
    // @ts-expect-error the inputs are those of the programs
    await ensemble({ query: 'which?' }).catch(() => undefined)
  })

  it('asks as many as `size` says, which ones depends on the seed and the inputs alone', async () => {
    const reduce = (all: readonly { answer: string }[]) => ({
      answer: all.map((one) => one.answer).join(' '),
    })
    const programs = ['a', 'b', 'c', 'd', 'e'].map(answering)
    const compile = (seed: number) => new Ensemble({ reduce, size: 2, seed }).compile(programs)
    const ask = async (seed: number, questions: string[]) => {
      const ensemble = compile(seed)
      const answers: string[] = []
      for (const question of questions) answers.push((await ensemble({ question })).answer)
      return answers
    }
    const questions = Array.from({ length: 12 }, (_, number) => `question ${number}`)
    const first = await ask(0, questions)
    expect(first.every((answer) => answer.split(' ').length === 2)).toBe(true)
    expect(new Set(first.flatMap((answer) => answer.split(' '))).size).toBe(5)
    expect((await ask(0, questions.toReversed())).toReversed()).toEqual(first)
    expect(await ask(1, questions)).not.toEqual(first)
  })

  it('leaves out programs that fail, and fails when all of them do', async () => {
    const some = new Ensemble().compile([failing(), answering('red')])
    expect((await some({ question: 'which?' })).answer).toBe('red')
    const none = new Ensemble().compile([failing(), failing()])
    await expect(none({ question: 'which?' })).rejects.toThrow('down')
  })

  it('streams every program by its name', async () => {
    const ensemble = new Ensemble().compile(['red', 'blue'].map(answering))
    const shown = new Map<string, string>()
    for await (const event of streamify(ensemble)({ question: 'which?' })) {
      if (event.type !== 'field') continue
      shown.set(event.predictor, (shown.get(event.predictor) ?? '') + event.delta)
    }
    expect(Object.fromEntries(shown)).toEqual({ 'programs[0]': 'red', 'programs[1]': 'blue' })
  })

  it('saves and loads the state of every program, and leaves those it was given alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ensemble-'))
    const path = join(folder, 'ensemble.json')
    const programs = ['red', 'blue'].map(answering)
    const ensemble = new Ensemble().compile(programs)
    const [, second] = ensemble.predictors()
    if (second) second.demos = [{ question: 'sky?', answer: 'blue' }]
    await saveProgram(ensemble, path)
    const loaded = await loadProgram(new Ensemble().compile(programs), path)
    expect(loaded.dumpState()).toEqual(ensemble.dumpState())
    expect(loaded.predictors().map(({ demos }) => demos.length)).toEqual([0, 1])
    expect(programs.every(({ demos }) => demos.length === 0)).toBe(true)
    rmSync(folder, { recursive: true })
  })

  it('ends at an abort', async () => {
    const ensemble = new Ensemble().compile(['red', 'blue'].map(answering))
    const call = ensemble({ question: 'which?' }, { signal: AbortSignal.abort() })
    await expect(call).rejects.toThrow(AbortError)
  })

  it('refuses options that cannot be, and fewer programs than it is to draw', () => {
    expect(() => new Ensemble({ size: 0 })).toThrow(OptionError)
    expect(() => new Ensemble({ concurrency: 0 })).toThrow('concurrency')
    expect(() => new Ensemble({ seed: 0.5 })).toThrow('seed')
    expect(() => new Ensemble().compile([])).toThrow('`programs` must be at least 1')
    expect(() => new Ensemble({ size: 3 }).compile([answering('red')])).toThrow(OptionError)
  })
})
