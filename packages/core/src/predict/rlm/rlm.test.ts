import { expect, test } from 'vitest'
import { z } from 'zod'
import { CodeInterpreterError } from '../../errors/code-interpreter-error.ts'
import { ContextWindowExceededError } from '../../errors/context-window-exceeded-error.ts'
import { InputError } from '../../errors/input-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { SignatureError } from '../../errors/signature-error.ts'
import { tool } from '../../schema/special/define-tool.ts'
import { context } from '../../settings/context.ts'
import { trackUsage } from '../../settings/track-usage.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { asked, instructed, replying } from '../code/__fixtures__/replying.ts'
import {
  failing,
  scriptedInterpreter,
  submitting,
} from '../code/__fixtures__/scripted-interpreter.ts'
import { RLM } from './rlm.ts'

const inputs = { context: `${'a'.repeat(600)}SECRET${'b'.repeat(600)}`, query: 'How many?' }
const step = (code: string, reasoning: string = 'Look.') => ({ reasoning, code })

test('the LM explores the inputs by code and submits the outputs', async () => {
  const { interpreter, made } = scriptedInterpreter({ output: '1206\n' }, submitting({ n: '7' }))
  const lm = replying([
    step('```js\nconsole.log(context.length)\n```'),
    step('SUBMIT({ n: count })', 'It is 7.'),
  ])
  const explore = new RLM('context, query -> n: int', { interpreter })
  const prediction = await explore(inputs, { lm })
  expect(prediction).toEqual({
    n: 7,
    trajectory: [
      { reasoning: 'Look.', code: 'console.log(context.length)', output: '1206\n' },
      { reasoning: 'It is 7.', code: 'SUBMIT({ n: count })', output: 'Submitted: {"n":"7"}' },
    ],
    final_reasoning: 'It is 7.',
  })
  expect(prediction.$meta.attempts).toBe(2)
  expect(made).toMatchObject([
    {
      finals: ['SUBMIT'],
      functions: ['llm_query', 'llm_query_batched'],
      variables: inputs,
      closed: 1,
    },
  ])
  expect(asked(lm, 0)).toContain('No code has run yet.')
  expect(asked(lm, 0)).toContain('1/20')
  expect(asked(lm, 1)).toContain(
    '=== Step 1 ===\nReasoning: Look.\nCode:\n```javascript\nconsole.log(context.length)\n```\nOutput:\n1206',
  )
})

test('the inputs are never whole in a prompt', async () => {
  const { interpreter } = scriptedInterpreter(submitting('x'))
  const lm = replying([step('SUBMIT("x")')])
  await new RLM('context, query -> answer', { interpreter })(inputs, { lm })
  const prompts = JSON.stringify(lm.requests[0]?.messages)
  expect(prompts).not.toContain('SECRET')
  expect(prompts).toContain('How many?')
  expect(prompts).toContain('1,206 characters')
})

test('llm_query asks the sub LM, else the LM of the call, and all of it is counted', async () => {
  const script = scriptedInterpreter(
    async ({ llm_query }) => ({ output: String(await llm_query?.('Who?')) }),
    async ({ llm_query_batched }) => ({
      value: (await llm_query_batched?.(['a', 'b'])) as string[],
    }),
    submitting('x'),
  )
  const replies = [step('one'), step('two'), step('three')]
  const subLM = new MockLM(['Ada', 'A', 'B'], { model: 'mock/small' })
  const explore = new RLM('context -> answer', { subLM, interpreter: script.interpreter })
  const { result, usage } = await trackUsage(() =>
    explore({ context: 'c' }, { lm: replying(replies) }),
  )
  expect(result.trajectory.map(({ output }) => output)).toEqual([
    'Ada',
    '["A","B"]',
    'Submitted: "x"',
  ])
  expect(usage.byModel['mock/small']?.calls).toBe(3)
  expect(result.$meta.attempts).toBe(6)

  const without = new RLM('context -> answer', {
    interpreter: scriptedInterpreter(
      async ({ llm_query }) => ({ output: String(await llm_query?.('Who?')) }),
      submitting('x'),
    ).interpreter,
  })
  const lm = replying([step('one'), 'Grace', step('two')])
  const { trajectory } = await context({ lm }, () => without({ context: 'c' }))
  expect(trajectory[0]?.output).toBe('Grace')
})

test('more prompts than allowed are an error in the code, and calls count by themselves', async () => {
  const { interpreter } = scriptedInterpreter(async ({ llm_query }) => {
    await llm_query?.('a')
    const error = await Promise.resolve(llm_query?.('b')).catch((caught: Error) => caught.message)
    return { final: { name: 'SUBMIT', args: [String(error)] } }
  })
  const subLM = new MockLM({ any: 1 })
  const explore = new RLM('context -> answer', { subLM, maxLLMCalls: 1, interpreter })
  for (const _ of [1, 2]) {
    const { answer } = await explore({ context: 'c' }, { lm: replying([step('x')]) })
    expect(answer).toBe('Of 1 LM calls 1 are made, so 1 more are too many. Go on with code alone.')
  }
})

test('whatever is wrong with a step is told, and the work goes on', async () => {
  const { interpreter, made } = scriptedInterpreter(
    failing('ReferenceError: x is not defined', 'so far'),
    {},
    submitting({ answer: 'maybe' }),
    submitting({ answer: 'yes' }),
  )
  const lm = replying([
    step('```javascript\nx\n```'),
    step('```python\nprint(1)\n```'),
    step('```\n```'),
    'Sorry?',
    'Sorry?',
    step('let y = 1'),
    step('SUBMIT({ answer: "maybe" })'),
    step('SUBMIT({ answer: "yes" })'),
  ])
  const explore = new RLM("context -> answer: Literal['yes', 'no']", { interpreter })
  const { answer, trajectory } = await explore({ context: 'c' }, { lm })
  expect(answer).toBe('yes')
  expect(trajectory).toMatchObject([
    { code: 'x', output: '[Error] ReferenceError: x is not defined\nPrinted before that:\nso far' },
    {
      code: '```python\nprint(1)\n```',
      output: expect.stringContaining('[Error] Expected javascript and got a fence of `python`'),
    },
    { code: '', output: '[Error] There was no code to run.' },
    {
      reasoning: '',
      code: '',
      output: expect.stringContaining('is missing or cannot be read'),
    },
    { output: '(nothing was printed; print what you want to see)' },
    { output: expect.stringContaining('[Error] What was submitted does not fit. `answer`: ') },
    { output: 'Submitted: {"answer":"yes"}' },
  ])
  expect(made[0]?.codes).toHaveLength(4)
})

test('output is cut to its two ends', async () => {
  const { interpreter } = scriptedInterpreter(
    { output: `${'a'.repeat(80)}${'b'.repeat(80)}` },
    submitting('x'),
  )
  const explore = new RLM('context -> answer', { interpreter, maxOutputCharacters: 20 })
  const { trajectory } = await explore({ context: 'c' }, { lm: replying([step('x'), step('y')]) })
  expect(trajectory[0]?.output).toBe('aaaaaaaaaa\n… (140 characters omitted) …\nbbbbbbbbbb')
})

test('when the steps run out the answer is extracted from them', async () => {
  const { interpreter } = scriptedInterpreter({ output: 'seven' }, { output: 'still seven' })
  const lm = replying([step('1'), step('2'), { n: 7 }])
  const explore = new RLM('context -> n: int', { interpreter, maxIters: 2 })
  const prediction = await explore({ context: 'c' }, { lm })
  expect(prediction.n).toBe(7)
  expect(prediction.trajectory).toHaveLength(2)
  expect(prediction.final_reasoning).toBe('The steps ran out, so the outputs are from them.')
  expect(asked(lm, 2)).toContain('still seven')
})

test('at an overflow of the context window old steps are left out, then the answer is extracted', async () => {
  const { interpreter } = scriptedInterpreter({ output: 'old' }, { output: 'new' })
  const overflow = new ContextWindowExceededError('too long')
  const lm = replying([step('1'), step('2'), overflow, overflow, { answer: 'x' }])
  const explore = new RLM('context -> answer', { interpreter })
  const { answer, trajectory } = await explore({ context: 'c' }, { lm })
  expect(answer).toBe('x')
  expect(trajectory).toHaveLength(2)
  expect(asked(lm, 3)).not.toContain('old')
  expect(asked(lm, 3)).toContain('=== Step 2 ===')
})

test('an interpreter that is of no use any more ends it', async () => {
  const { interpreter, made } = scriptedInterpreter(() => {
    throw new CodeInterpreterError('The interpreter is closed.', { reason: 'closed' })
  })
  const explore = new RLM('context -> answer', { interpreter })
  const run = explore({ context: 'c' }, { lm: replying([step('x')]) })
  await expect(run).rejects.toMatchObject({ reason: 'closed' })
  expect(made[0]?.closed).toBe(1)
})

test('tools and outputs are told of, and tools are called', async () => {
  const lookup = tool({
    name: 'lookup',
    description: 'Finds\na word.',
    input: z.object({ word: z.string() }),
    execute: ({ word }) => ({ found: word }),
  })
  const { interpreter } = scriptedInterpreter(async ({ lookup: call }) => ({
    final: { name: 'SUBMIT', args: [(await call?.({ word: 'x' })) as { found: string }] },
  }))
  const lm = replying([step('x')])
  const explore = new RLM('context -> found: str, why: Optional[str]', {
    tools: [lookup],
    interpreter,
  })
  expect(await explore({ context: 'c' }, { lm })).toMatchObject({ found: 'x', why: null })
  expect(instructed(lm, 0)).toContain('`await lookup({ … })`: Finds  a word.')
  expect(instructed(lm, 0)).toContain('SUBMIT({ found, why })')
})

test('what cannot work is said when it is made, and inputs before anything is made', async () => {
  const named = (name: string) => tool({ name, execute: () => 1 })
  for (const name of ['llm_query', 'llm_query_batched', 'SUBMIT', 'print', 'await', 'q']) {
    expect(() => new RLM('q -> a', { tools: [named(name)] })).toThrow(OptionError)
    if (name !== 'q') expect(() => new RLM(`${name} -> a`)).toThrow(SignatureError)
  }
  expect(() => new RLM('q -> trajectory')).toThrow(SignatureError)
  expect(() => new RLM('q -> final_reasoning')).toThrow(SignatureError)
  expect(() => new RLM('q -> a', { maxIters: 1.5 })).toThrow(OptionError)
  expect(() => new RLM('q -> a', { maxLLMCalls: -1 })).toThrow(OptionError)
  expect(() => new RLM('q -> a', { maxOutputCharacters: 0 })).toThrow(OptionError)
  expect(() => new RLM('q -> a', { subLM: {} as never })).toThrow(OptionError)
  const { interpreter, made } = scriptedInterpreter()
  const explore = new RLM('q -> a', { interpreter })
  await expect(explore({ p: 'x' } as never)).rejects.toBeInstanceOf(InputError)
  expect(made).toEqual([])
})
