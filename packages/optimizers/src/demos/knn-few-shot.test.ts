import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  AbortError,
  ChainOfThought,
  type Demo,
  Embedder,
  EmptyDatasetError,
  example,
  loadProgram,
  Module,
  OptionError,
  Predict,
  saveProgram,
  streamify,
} from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { KNNFewShot } from './knn-few-shot.ts'

const letters = 'abcdef'
const row = (word: string) => example({ word, shout: word.toUpperCase() }, { inputs: ['word'] })
// The most alike of `aaaa` are those with the most `a`, and so on.
const trainset = ['aaa', 'aab', 'abb', 'bbb', 'ccc', 'ccd', 'cdd', 'ddd'].map(row)
const isRight = (gold: { shout: string }, prediction: { shout: string }) =>
  gold.shout === prediction.shout

const embedder = (): Embedder =>
  new Embedder((texts: readonly string[]) =>
    texts.map((text) => [...letters].map((letter) => text.slice(6).split(letter).length - 1)),
  )

/** Writes its last word in capitals, and knows no word with a d. */
function shouter(): MockLM {
  return new MockLM(({ messages }) => {
    const word = /## word ## \]\]\n(\w+)/.exec(String(messages.at(-1)?.content))?.[1] ?? ''
    const reply = word.includes('d') ? 'what' : word.toUpperCase()
    return `[[ ## shout ## ]]\n${reply}\n\n[[ ## completed ## ]]`
  })
}

function setup({ lm = shouter(), teacherLM = shouter() } = {}) {
  const program = new Predict('word -> shout')
  program.lm = lm
  const teacher = new Predict('word -> shout')
  teacher.lm = teacherLM
  return { program, teacher, lm, teacherLM }
}

const options = () => ({ k: 3, embedder: embedder(), metric: isRight, maxLabeledDemos: 0 })
const wordsShown = (lm: MockLM): string[] =>
  (lm.requests.at(-1)?.messages ?? []).flatMap(({ role, content }) => {
    const word = /## word ## \]\]\n(\w+)/.exec(String(content))?.[1]
    return role === 'user' && word !== undefined ? [word] : []
  })

class TwoSteps extends Module<{ word: string }, { shout: string }> {
  prepare = new Predict('word -> draft')
  finish = new Predict('draft -> shout')

  async forward({ word }: { word: string }): Promise<{ shout: string }> {
    const { draft } = await this.prepare({ word })
    return this.finish({ draft })
  }
}

describe('KNNFewShot', () => {
  it('shows each call the nearest examples, and lets the teacher run each of them once', async () => {
    const { program, teacher, lm, teacherLM } = setup()
    const compiled = await new KNNFewShot(options()).compile(program, { trainset, teacher })
    expectTypeOf(compiled.program).toEqualTypeOf(program)
    expect(teacherLM.requests).toHaveLength(0)
    expect((await compiled.program({ word: 'aaaa' })).shout).toBe('AAAA')
    expect(wordsShown(lm)).toEqual(['aaa', 'aab', 'abb', 'aaaa'])
    expect(teacherLM.requests).toHaveLength(3)
    await compiled.program({ word: 'aaab' })
    expect(wordsShown(lm)).toEqual(['aaa', 'aab', 'abb', 'aaab'])
    expect(teacherLM.requests).toHaveLength(3)
    await compiled.program({ word: 'cccc' })
    expect(wordsShown(lm)).toEqual(['ccc', 'ccd', 'cdd', 'cccc'])
    expect(compiled.program.demos).toEqual([])
    expect(program.demos).toEqual([])
  })

  it('shows labels where the teacher fails, behind its own runs, and tells what was done', async () => {
    const { program, teacher, lm } = setup()
    const { report, ...compiled } = await new KNNFewShot({ ...options(), k: 2 }).compile(program, {
      trainset,
      teacher,
    })
    await compiled.program({ word: 'cccd' })
    expect(wordsShown(lm)).toEqual(['ccc', 'ccd', 'cccd'])
    await compiled.program({ word: 'ddd' })
    expect(String(lm.requests.at(-1)?.messages[2]?.content)).toContain('DDD')
    expect(report).toMatchObject({ bootstrapped: 1, attempts: 4, errors: 0, calls: 4, costUSD: 0 })
  })

  it('shows no more runs of the teacher than it is told, most alike first', async () => {
    const { program, teacher, teacherLM } = setup()
    const optimizer = new KNNFewShot({ ...options(), maxBootstrappedDemos: 1 })
    const compiled = await optimizer.compile(program, { trainset, teacher })
    await compiled.program({ word: 'aaaa' })
    expect(teacherLM.requests).toHaveLength(1)
  })

  it('runs an example once for calls at the same time, none of which sees the demonstrations of another', async () => {
    const { program, teacher, lm, teacherLM } = setup()
    const compiled = await new KNNFewShot(options()).compile(program, { trainset, teacher })
    const words = ['aaaa', 'cccc', 'aaab', 'bbba', 'cccc']
    const results = await compiled.program.batch(words.map((word) => ({ word })))
    expect(results.every(({ ok }) => ok)).toBe(true)
    const asked = teacherLM.requests.map(({ messages }) => String(messages.at(-1)?.content))
    expect(new Set(asked).size).toBe(asked.length)
    for (const { messages } of lm.requests) {
      const [first, last] = [messages[1], messages.at(-1)].map((one) => String(one?.content))
      expect(first?.includes('cc')).toBe(last?.includes('cc'))
    }
  })

  it('gives the demonstrations of each predictor what the teacher did there', async () => {
    const lm = new MockLM({ reasoning: 'because', shout: 'AAA' })
    const program = new ChainOfThought('word -> shout')
    program.setLM(lm)
    const optimizer = new KNNFewShot({ ...options(), k: 1 })
    const compiled = await optimizer.compile(program, { trainset })
    await compiled.program({ word: 'aaaa' })
    expect(lm.requests.at(-1)?.messages[2]?.content).toContain('because')
  })

  it('streams the program under its own names, and nothing of the teacher', async () => {
    const { program, teacher } = setup()
    const compiled = await new KNNFewShot(options()).compile(program, { trainset, teacher })
    const shown: string[] = []
    for await (const event of streamify(compiled.program)({ word: 'aaaa' })) {
      if (event.type === 'field' && event.delta !== '') shown.push(event.predictor, event.delta)
    }
    expect(shown).toEqual(['self', 'AAAA'])
  })

  it('is copied, saved and loaded as the program that it is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'knn-'))
    const { program, teacher, lm } = setup()
    program.signature = program.signature.withInstructions('Shout the word.')
    const compile = async (student: Predict<'word -> shout'>) =>
      (await new KNNFewShot(options()).compile(student, { trainset, teacher })).program
    await saveProgram(await compile(program), join(folder, 'program.json'))
    const fresh = setup({ lm }).program
    const loaded = await loadProgram(await compile(fresh), join(folder, 'program.json'))
    expect(loaded.signature.instructions).toBe('Shout the word.')
    await loaded.copy()({ word: 'aaaa' })
    expect(wordsShown(lm)).toEqual(['aaa', 'aab', 'abb', 'aaaa'])
    rmSync(folder, { recursive: true })
  })

  it('takes from a checkpoint what the teacher did in another process', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'knn-'))
    const checkpoint = join(folder, 'lessons.jsonl')
    const ask = async (lms: { lm: MockLM; teacherLM: MockLM }): Promise<readonly Demo[]> => {
      const { program, teacher } = setup(lms)
      const optimizer = new KNNFewShot(options())
      const compiled = await optimizer.compile(program, { trainset, teacher, checkpoint })
      await compiled.program({ word: 'aaaa' })
      return lms.lm.requests.at(-1)?.messages.map((message) => ({ ...message })) ?? []
    }
    const first = await ask({ lm: shouter(), teacherLM: shouter() })
    const idle = shouter()
    expect(await ask({ lm: shouter(), teacherLM: idle })).toEqual(first)
    expect(idle.requests).toEqual([])
    rmSync(folder, { recursive: true })
  })

  it('never exceeds its budget, and shows labels from then on', async () => {
    for (const calls of [1, 2, 5]) {
      const { program, teacher, lm, teacherLM } = setup()
      const optimizer = new KNNFewShot(options())
      const compiled = await optimizer.compile(program, { trainset, teacher, budget: { calls } })
      for (const word of ['aaaa', 'cccc', 'bbba']) await compiled.program({ word })
      expect(teacherLM.requests.length).toBeLessThanOrEqual(calls)
      expect(compiled.report.calls).toBe(teacherLM.requests.length)
      expect(wordsShown(lm)).toHaveLength(4)
    }
  })

  it('spends a budget on one lesson after the other, so that none is left half done', async () => {
    const teacher = new TwoSteps()
    const teacherLM = new MockLM({ draft: 'a', shout: 'AAA' })
    teacher.setLM(teacherLM)
    const program = new TwoSteps()
    program.setLM(shouter())
    const optimizer = new KNNFewShot({ ...options(), metric: () => 1 })
    const given = { trainset, teacher, budget: { calls: 5 } }
    const compiled = await optimizer.compile(program, given)
    await compiled.program({ word: 'aaaa' }).catch(() => undefined)
    expect(teacherLM.requests).toHaveLength(5)
    expect(compiled.report).toMatchObject({ bootstrapped: 2, attempts: 2 })
  })

  it('ends at an abort of the call, and at one of the whole', async () => {
    const { program, teacher, teacherLM } = setup()
    const whole = new AbortController()
    const { signal } = whole
    const compiled = await new KNNFewShot(options()).compile(program, { trainset, teacher, signal })
    const call = compiled.program({ word: 'aaaa' }, { signal: AbortSignal.abort() })
    await expect(call).rejects.toThrow(AbortError)
    whole.abort()
    await expect(compiled.program({ word: 'aaaa' })).rejects.toThrow(AbortError)
    expect(teacherLM.requests).toEqual([])
  })

  it('refuses options that cannot be, and an empty trainset', async () => {
    expect(() => new KNNFewShot({ ...options(), k: 0 })).toThrow('`k`')
    expect(() => new KNNFewShot({ ...options(), embedder: undefined as never })).toThrow(
      OptionError,
    )
    expect(() => new KNNFewShot({ ...options(), maxRounds: 0 })).toThrow('maxRounds')
    const compile = new KNNFewShot(options()).compile(setup().program, { trainset: [] })
    await expect(compile).rejects.toThrow(EmptyDatasetError)
  })
})
