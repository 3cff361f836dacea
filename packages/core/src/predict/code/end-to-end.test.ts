import { expect, test } from 'vitest'
import { z } from 'zod'
import { AbortError } from '../../errors/abort-error.ts'
import { tool } from '../../schema/special/define-tool.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { CodeAct } from '../code-act/code-act.ts'
import { ProgramOfThought } from '../program-of-thought/program-of-thought.ts'
import { RLM } from '../rlm/rlm.ts'
import { asked, replying } from './__fixtures__/replying.ts'

// Code runs in the default interpreter here.
const thought = { reasoning: 'So.' }

test('ProgramOfThought mends code by its error and answers from what it submits', async () => {
  const solve = new ProgramOfThought('prices: list[int] -> total: int')
  const lm = replying([
    { ...thought, generated_code: 'SUBMIT({ total: sum(prices) })' },
    { ...thought, generated_code: '```js\nSUBMIT({ total: prices.reduce((a, b) => a + b) })\n```' },
    { ...thought, total: 60 },
  ])
  expect((await solve({ prices: [10, 20, 30] }, { lm })).total).toBe(60)
  expect(asked(lm, 1)).toContain('sum')
  expect(asked(lm, 1)).toContain('is not defined')
  expect(asked(lm, 2)).toContain('{"total":60}')
})

test.each([
  ['what it prints', 'console.log(1 + 1)'],
  ['its last expression', '1 + 1'],
  ['the variable it declares last', 'const result = 1 + 1'],
])('the result of a program that submits nothing is %s', async (_what, generated_code) => {
  const lm = replying([
    { ...thought, generated_code },
    { ...thought, answer: '2' },
  ])
  await new ProgramOfThought('question -> answer')({ question: 'why?' }, { lm })
  expect(asked(lm, 1)).toContain('[[ ## code_output ## ]]\n2')
})

test('CodeAct keeps variables, calls tools, and sees their errors', async () => {
  const half = tool({
    name: 'half',
    input: z.object({ n: z.number() }),
    execute: ({ n }) => {
      if (n % 2 === 1) throw new Error('odd numbers have none')
      return { half: n / 2 }
    },
  })
  const act = new CodeAct('n: int -> answer: int', { tools: [half] })
  const lm = replying([
    { generated_code: 'const once = (await half({ n })).half\nonce', finished: false },
    { generated_code: 'const twice = await half({ n: once })', finished: true },
    {
      generated_code: 'try { await half({ n: "x" }) } catch (error) { console.log(error.message) }',
      finished: true,
    },
    { ...thought, answer: 21 },
  ])
  const { trajectory, answer } = await act({ n: 42 }, { lm })
  expect(answer).toBe(21)
  expect(trajectory).toMatchObject({
    code_output_0: '21',
    observation_1: expect.stringContaining('odd numbers have none'),
    code_output_2: expect.stringContaining('The arguments of `half` do not fit'),
  })
})

test('RLM reads a large input by code, asks LMs about parts of it, and submits', async () => {
  const log = `${'INFO fine\n'.repeat(50_000)}ERROR disk\n${'INFO fine\n'.repeat(50_000)}ERROR net`
  const subLM = new MockLM(({ messages }) => `about ${String(messages[0]?.content)}`)
  const explore = new RLM('log, question -> causes: list[str], count: int', { subLM })
  const lm = replying([
    {
      ...thought,
      code: 'const hits = log.split("\\n").filter((line) => line.startsWith("ERROR"))',
    },
    { ...thought, code: '```javascript\nconst causes = await llm_query_batched(hits)\n```' },
    { ...thought, code: 'SUBMIT({ causes, count: "many" })' },
    { ...thought, code: 'print(causes.length)\nSUBMIT({ causes, count: hits.length })' },
  ])
  const { causes, count, trajectory } = await explore({ log, question: 'What failed?' }, { lm })
  expect({ causes, count }).toEqual({ causes: ['about ERROR disk', 'about ERROR net'], count: 2 })
  expect(trajectory[2]?.output).toContain('`count`: ')
  expect(trajectory).toHaveLength(4)
})

test('code that never ends is ended by the signal', async () => {
  const abort = new AbortController()
  const solve = new ProgramOfThought('question -> answer')
  const lm = replying([{ ...thought, generated_code: 'for (;;) await null' }])
  const run = solve({ question: 'why?' }, { lm, signal: abort.signal })
  setTimeout(() => abort.abort(), 300)
  await expect(run).rejects.toBeInstanceOf(AbortError)
})

test('an LM that is slow does not use up the time of the code', async () => {
  const subLM = new MockLM(async () => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    return 'late'
  })
  const explore = new RLM('context -> answer', { subLM })
  const lm = replying([{ ...thought, code: 'SUBMIT(await llm_query("Who?"))' }])
  expect((await explore({ context: 'c' }, { lm })).answer).toBe('late')
})
