import { expect, test } from 'vitest'
import { z } from 'zod'
import { AbortError } from '../../errors/abort-error.ts'
import { ContextWindowExceededError } from '../../errors/context-window-exceeded-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { SignatureError } from '../../errors/signature-error.ts'
import { tool } from '../../schema/special/define-tool.ts'
import { streamify } from '../../streaming/streamify.ts'
import { asked, instructed, replying } from '../code/__fixtures__/replying.ts'
import { failing, scriptedInterpreter } from '../code/__fixtures__/scripted-interpreter.ts'
import { CodeAct } from './code-act.ts'

const double = tool({
  name: 'double',
  description: 'Twice a number.',
  input: z.object({ n: z.number() }),
  execute: ({ n }) => 2 * n,
})
const question = { question: 'What is twice 21?' }
const step = (text: string, finished: boolean) => ({ generated_code: text, finished })
const answer = { reasoning: 'It says 42.', answer: 42 }

test('it acts by code until it is finished, and answers from the trajectory', async () => {
  const { interpreter, made } = scriptedInterpreter({ value: 21 }, { output: '42\n' })
  const lm = replying([
    step('```javascript\nconst n = 21\nn\n```', false),
    step('console.log(await double({ n }))', true),
    answer,
  ])
  const act = new CodeAct('question -> answer: int', { tools: [double], interpreter })
  const prediction = await act(question, { lm })
  expect(prediction).toEqual({
    ...answer,
    trajectory: {
      generated_code_0: 'const n = 21\nn',
      code_output_0: '21',
      generated_code_1: 'console.log(await double({ n }))',
      code_output_1: '42\n',
    },
  })
  expect(prediction.$meta.attempts).toBe(3)
  expect(made).toMatchObject([{ functions: ['double'], variables: question, closed: 1 }])
  expect(instructed(lm, 0)).toContain('`await double({ … })`: Twice a number.')
  expect(asked(lm, 1)).toContain('[[ ## code_output_0 ## ]]\n21')
  expect(asked(lm, 2)).toContain('[[ ## code_output_1 ## ]]\n42')
})

test('a tool is checked, called and told of; its error is thrown in the code', async () => {
  const results: unknown[] = []
  const { interpreter } = scriptedInterpreter(async ({ double: call }) => {
    results.push(await call?.({ n: 21 }), await call?.(4))
    for (const wrong of [[{ n: 'x' }], [1, 2]]) {
      await Promise.resolve(call?.(...wrong)).catch((error: Error) => results.push(error.message))
    }
    return { value: 1 }
  })
  const events: unknown[] = []
  const act = new CodeAct('question -> answer: int', { tools: [double], interpreter })
  const stream = streamify(act)(question, { lm: replying([step('…', true), answer]) })
  for await (const event of stream) {
    if (event.type === 'tool-start') events.push(event.args)
    if (event.type === 'tool-end') events.push(event.isError)
    if (event.type === 'status') events.push(event.message)
  }
  expect(results.slice(0, 2)).toEqual([42, 8])
  expect(results[2]).toContain('The arguments of `double` do not fit')
  expect(results[3]).toBe('`double` takes one object with its arguments: n.')
  expect(events).toContainEqual({ n: 21 })
  expect(events).toContainEqual({ n: 4 })
  expect(events).toContain('Calling tool double...')
  expect(events.filter((event) => event === true)).toHaveLength(1)
})

test('what goes wrong in a step is an observation, and such a step is not the last', async () => {
  const { interpreter } = scriptedInterpreter(failing('TypeError: no', 'so far'), { value: 42 })
  const lm = replying([
    step('oops()', true),
    'Sorry?',
    'Sorry?',
    step('```javascript\n```', false),
    step('42', true),
    answer,
  ])
  const act = new CodeAct('question -> answer: int', { tools: [], interpreter })
  const { trajectory } = await act(question, { lm })
  expect(trajectory).toMatchObject({
    generated_code_0: 'oops()',
    observation_0: 'The code failed: TypeError: no\nPrinted before that:\nso far',
    observation_1: expect.stringContaining('`generated_code` is missing or cannot be read'),
    observation_2: 'There was no code to run.',
    generated_code_3: '42',
    code_output_3: '42',
  })
})

test('when the steps run out it answers from what there is', async () => {
  const { interpreter } = scriptedInterpreter()
  const lm = replying([step('1', false), step('2', false), answer])
  const act = new CodeAct('question -> answer: int', { tools: [], interpreter, maxIters: 2 })
  expect((await act(question, { lm })).answer).toBe(42)
})

test('at an overflow of the context window the oldest steps are left out', async () => {
  const { interpreter } = scriptedInterpreter({ value: 'a' }, { value: 'b' }, { value: 'c' })
  const overflow = new ContextWindowExceededError('too long')
  const lm = replying([
    step('first', false),
    step('second', false),
    overflow,
    step('third', true),
    answer,
  ])
  const act = new CodeAct('question -> answer: int', { tools: [], interpreter })
  const { trajectory } = await act(question, { lm })
  expect(asked(lm, 3)).not.toContain('first')
  expect(asked(lm, 3)).toContain('[[ ## generated_code_1 ## ]]\nsecond')
  expect(asked(lm, 4)).not.toContain('first')
  expect(Object.keys(trajectory)).toHaveLength(6)
})

test('steps that do not fit at all leave the answer to what there is; with none, the error is thrown', async () => {
  const { interpreter } = scriptedInterpreter({ value: 'a' })
  const overflow = new ContextWindowExceededError('too long')
  const act = new CodeAct('question -> answer: int', { tools: [], interpreter })
  const lm = replying([step('first', false), overflow, answer])
  expect((await act(question, { lm })).answer).toBe(42)
  await expect(act(question, { lm: replying([overflow]) })).rejects.toBe(overflow)
})

test('a reader obeying `restart` sees each step that could be read once', async () => {
  const { interpreter } = scriptedInterpreter({ value: 1 })
  const act = new CodeAct('question -> answer: int', { tools: [], interpreter })
  const lm = replying(['[[ ## generated_code ## ]]\nlost', 'Sorry?', step('kept', true), answer])
  let shown = ''
  for await (const event of streamify(act)(question, { lm })) {
    if (event.type === 'restart' && event.predictor === 'codeact') shown = ''
    if (event.type === 'field' && event.field === 'generated_code') shown += event.delta
  }
  expect(shown).toBe('kept')
})

test('a signal ends a tool that does not listen, and what code did not wait for is aborted', async () => {
  const signals: (AbortSignal | undefined)[] = []
  const slow = tool({
    name: 'slow',
    execute: (_args: unknown, { signal }) => {
      signals.push(signal)
      return new Promise(() => undefined)
    },
  })
  const { interpreter, made } = scriptedInterpreter(({ slow: call }) => {
    void Promise.resolve(call?.()).catch(() => undefined)
    return { value: 1 }
  })
  const act = new CodeAct('question -> answer: int', { tools: [slow], interpreter })
  await act(question, { lm: replying([step('slow()', true), answer]) })
  expect(signals[0]?.aborted).toBe(true)

  const hanging = scriptedInterpreter(async ({ slow: call }) => ({
    value: (await call?.()) as null,
  }))
  const abort = new AbortController()
  const waiting = new CodeAct('question -> answer', {
    tools: [slow],
    interpreter: hanging.interpreter,
  })
  const run = waiting(question, { lm: replying([step('x', true)]), signal: abort.signal })
  setTimeout(() => abort.abort(), 20)
  await expect(run).rejects.toBeInstanceOf(AbortError)
  expect([made[0]?.closed, hanging.made[0]?.closed]).toEqual([1, 1])
})

test("states have DSPy's keys and make the round trip, and a copy works", async () => {
  const { interpreter } = scriptedInterpreter({ value: 42 })
  const act = new CodeAct('question -> answer: int', { tools: [double], interpreter })
  expect(Object.keys(act.dumpState().predictors)).toEqual(['codeact', 'extractor.predict'])
  const tuned = act.copy()
  tuned.codeact.demos = [{ question: 'q', trajectory: '', generated_code: 'c', finished: true }]
  expect(act.codeact.demos).toEqual([])
  act.loadState(tuned.dumpState())
  expect(act.dumpState()).toEqual(tuned.dumpState())
  expect((await tuned(question, { lm: replying([step('42', true), answer]) })).answer).toBe(42)
})

test('what cannot work is said when it is made', () => {
  const named = (name: string) => tool({ name, execute: () => 1 })
  const make = (...names: string[]) =>
    new CodeAct('question -> answer', { tools: names.map(named) })
  for (const name of ['for', 'print', 'question']) {
    expect(() => make(name)).toThrow(OptionError)
  }
  expect(() => make('same', 'same')).toThrow('has `same` twice')
  expect(() => make('a-b', 'a_b')).toThrow('two tools that code calls `a_b`')
  expect(() => new CodeAct('a -> b', { tools: { a: double } as never })).toThrow(OptionError)
  expect(() => new CodeAct('console -> b', { tools: [] })).toThrow(SignatureError)
  expect(() => new CodeAct('a -> trajectory', { tools: [] })).toThrow(SignatureError)
})

test('a tool whose name JavaScript does not allow is called by one that it does', async () => {
  const dashed = tool({ name: '2-get.weather', execute: () => 'rain' })
  const act = new CodeAct('question -> answer', { tools: [dashed] })
  const lm = replying([step('await _2_get_weather({})', true), { ...answer, answer: 'Rain.' }])
  const { trajectory } = await act(question, { lm })
  expect(trajectory['code_output_0']).toBe('rain')
  expect(instructed(lm, 0)).toContain('`await _2_get_weather({ … })`')
})
