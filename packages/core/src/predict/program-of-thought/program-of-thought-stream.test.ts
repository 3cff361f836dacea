import { expect, test, vi } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { streamify } from '../../streaming/streamify.ts'
import { replying } from '../code/__fixtures__/replying.ts'
import { failing, scriptedInterpreter } from '../code/__fixtures__/scripted-interpreter.ts'
import { ProgramOfThought } from './program-of-thought.ts'

const question = { question: 'why?' }
const code = (text: string) => ({ reasoning: 'Add\nthem.', generated_code: text })
const answer = { reasoning: 'So.', answer: 'Because of the rain.' }
const states = ['code_generate.predict', 'code_regenerate.predict', 'generate_output.predict']

test('every predictor streams its fields', async () => {
  const { interpreter } = scriptedInterpreter(failing('no'), { value: 1 })
  const fenced = '```javascript\n1 + 1\n```'
  const lm = replying([code('x'), code(fenced), answer], { chunkCharacters: 3 })
  const shown: Record<string, string> = {}
  const solve = new ProgramOfThought('question -> answer', { interpreter })
  for await (const event of streamify(solve)(question, { lm })) {
    if (event.type !== 'field') continue
    const key = `${event.predictor} ${event.field}`
    shown[key] = (shown[key] ?? '') + event.delta
  }
  expect(shown).toEqual({
    'code_generate.predict reasoning': 'Add\nthem.',
    'code_generate.predict generated_code': 'x',
    'code_regenerate.predict reasoning': 'Add\nthem.',
    'code_regenerate.predict generated_code': fenced,
    'generate_output.predict reasoning': 'So.',
    'generate_output.predict answer': 'Because of the rain.',
  })
})

test('a reader who leaves while code runs ends it, and the interpreter is closed', async () => {
  let signal: AbortSignal | undefined
  const { interpreter, made } = scriptedInterpreter((_functions, options) => {
    signal = options.signal
    return new Promise(() => undefined) // code that never ends, in an interpreter that does not listen
  })
  const solve = new ProgramOfThought('question -> answer', { interpreter })
  const stream = streamify(solve)(question, { lm: replying([code('for (;;) {}')]) })
  for await (const event of stream) {
    if (event.type === 'field' && event.field === 'generated_code' && event.done) break
  }
  await expect(stream.prediction).rejects.toBeInstanceOf(AbortError)
  await vi.waitFor(() => expect(made[0]?.closed).toBe(1))
  expect(signal?.aborted ?? true).toBe(true)
})

test('a signal ends it at once', async () => {
  const { interpreter, made } = scriptedInterpreter(() => new Promise(() => undefined))
  const solve = new ProgramOfThought('question -> answer', { interpreter })
  const abort = new AbortController()
  const run = solve(question, { lm: replying([code('x')]), signal: abort.signal })
  setTimeout(() => abort.abort(), 20)
  await expect(run).rejects.toBeInstanceOf(AbortError)
  expect(made[0]?.closed).toBe(1)
})

test("states have DSPy's keys and make the round trip, and a copy is independent", async () => {
  const { interpreter } = scriptedInterpreter({ value: 1 })
  const solve = new ProgramOfThought('question -> answer', { interpreter })
  expect(Object.keys(solve.dumpState().predictors)).toEqual(states)
  const tuned = solve.copy()
  tuned.code_generate.predict.demos = [{ question: 'q', reasoning: 'r', generated_code: 'c' }]
  expect(solve.code_generate.predict.demos).toEqual([])
  solve.loadState(tuned.dumpState())
  expect(solve.dumpState()).toEqual(tuned.dumpState())
  const lm = replying([code('1'), answer])
  expect(await tuned(question, { lm })).toEqual(answer)
  const other = new ProgramOfThought('question -> answer')
  other.loadState(tuned.dumpState({ format: 'dspy' }))
  expect(other.code_generate.predict.demos).toEqual(tuned.code_generate.predict.demos)
})
