import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { InputError } from '../../errors/input-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { SignatureError } from '../../errors/signature-error.ts'
import { JSONAdapter } from '../../prompt/json/json-adapter.ts'
import { trackUsage } from '../../settings/track-usage.ts'
import { streamify } from '../../streaming/streamify.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { ChainOfThought } from '../chain-of-thought.ts'
import { collect } from '../rollouts/__fixtures__/collect.ts'
import { shown } from '../rollouts/__fixtures__/shown.ts'
import { MultiChainComparison } from './multi-chain-comparison.ts'

const fields = { rationale: 'all agree', answer: 'Paris' }
const thought = (reasoning: string, answer: string) => ({ reasoning, answer })
const three = [thought('a', 'Paris'), thought('b', 'Paris'), thought('c', 'Rome')]
const question = { question: 'The capital?' }

test('the LM is asked as DSPy asks it, to the byte', async () => {
  const lm = new MockLM({ rationale: 'r', note: 'n', answer: 5 })
  const compare = new MultiChainComparison('question -> note, answer: int | str | list')
  const completions = [
    { reasoning: '  first line \n second', note: 'n', answer: 5 },
    { rationale: '\n\n rat', reasoning: 'x', note: 'n', answer: 'two \n lines' },
    { rationale: '', note: 'n', answer: ['a', "it's", 1.5, null] },
  ]
  await compare({ question: 'q?', completions }, { lm, adapter: new JSONAdapter() })
  const [system, user] = lm.requests[0]?.messages.map(({ content }) => String(content)) ?? []
  // Recorded from DSPy 3.3.1.
  expect(system?.slice(0, system.indexOf('\n3. `answer`'))).toBe(
    `Your input fields are:\n1. \`question\` (str): \n2. \`reasoning_attempt_1\` (str): \${reasoning attempt}\n3. \`reasoning_attempt_2\` (str): \${reasoning attempt}\n4. \`reasoning_attempt_3\` (str): \${reasoning attempt}\nYour output fields are:\n1. \`rationale\` (str): \${corrected reasoning}\n2. \`note\` (str): `,
  )
  expect(system).toContain('Given the fields `question`, produce the fields `note`, `answer`.')
  expect(user?.slice(0, user.indexOf('\n\nRespond with'))).toBe(
    "[[ ## question ## ]]\nq?\n\n[[ ## reasoning_attempt_1 ## ]]\n«I'm trying to first line I'm not sure but my prediction is 5»\n\n[[ ## reasoning_attempt_2 ## ]]\n«I'm trying to rat I'm not sure but my prediction is two»\n\n[[ ## reasoning_attempt_3 ## ]]\n«I'm trying to  I'm not sure but my prediction is ['a', \"it's\", 1.5, None]»",
  )
})

test('a float is told as Python prints it', async () => {
  const lm = new MockLM({ rationale: 'r', size: 1 })
  const compare = new MultiChainComparison('question -> size: float', { m: 1 })
  await compare({ ...question, completions: [{ reasoning: 'r', size: 5 }] }, { lm })
  expect(lm.requests[0]?.messages[1]?.content).toContain('my prediction is 5.0»')
})

test('the rationale comes first, and the temperature is 0.7 unless set', async () => {
  const lm = new MockLM(fields)
  const compare = new MultiChainComparison('question -> answer')
  const prediction = await compare({ ...question, completions: three }, { lm })
  expect(prediction).toEqual(fields)
  expect(Object.keys(prediction)).toEqual(['rationale', 'answer'])
  const other = new MultiChainComparison('question -> answer', { temperature: 0.1, maxTokens: 9 })
  await other({ ...question, completions: three }, { lm })
  expect(lm.requests.map(({ config }) => config)).toEqual([
    { temperature: 0.7 },
    { temperature: 0.1, maxTokens: 9 },
  ])
})

test('the completions of one call are compared', async () => {
  let calls = 0
  const replies = new MockLM(
    () => `[[ ## reasoning ## ]]\nr${calls++}\n\n[[ ## answer ## ]]\na${calls}`,
  )
  const lm = new MockLM(fields)
  const solve = new ChainOfThought('question -> answer', { n: 3 })
  const compare = new MultiChainComparison('question -> answer')
  const { usage } = await trackUsage(async () =>
    compare({ ...question, completions: await solve(question, { lm: replies }) }, { lm }),
  )
  expect(usage.calls).toBe(2)
  const asked = String(lm.requests[0]?.messages[1]?.content)
  expect(asked.match(/trying to r\d.*/g)).toEqual([
    "trying to r0 I'm not sure but my prediction is a1»",
    "trying to r1 I'm not sure but my prediction is a2»",
    "trying to r2 I'm not sure but my prediction is a3»",
  ])
})

test('another number of completions, or one without thoughts or answer, is refused', async () => {
  const lm = new MockLM(fields)
  const compare = new MultiChainComparison('question -> answer', { m: 2 })
  const call = (completions: unknown) => compare({ ...question, completions } as never, { lm })
  await expect(call(three)).rejects.toThrow('set `m` to how many there are')
  await expect(call([three[0], { answer: 'x' }])).rejects.toThrow(InputError)
  await expect(call([three[0], { reasoning: 'x' }])).rejects.toThrow('`answer`')
  await expect(call([three[0], null])).rejects.toThrow(InputError)
  await expect(call(undefined)).rejects.toThrow(InputError)
  expect(lm.requests).toHaveLength(0)
})

test('options and signatures that cannot be are refused', () => {
  expect(() => new MultiChainComparison('question -> answer', { m: 0 })).toThrow(OptionError)
  expect(() => new MultiChainComparison('completions -> answer')).toThrow(SignatureError)
})

test('a stream shows its fields', async () => {
  const compare = new MultiChainComparison('question -> answer')
  const lm = new MockLM(fields, { chunkCharacters: 2 })
  const events = await collect(streamify(compare)({ ...question, completions: three }, { lm }))
  expect(shown(events)).toEqual({ 'predict/rationale': 'all agree', 'predict/answer': 'Paris' })
})

test('an abort ends it', async () => {
  const lm = new MockLM(() => new Promise(() => undefined))
  const signal = AbortSignal.timeout(10)
  const compare = new MultiChainComparison('question -> answer')
  const call = compare({ ...question, completions: three }, { lm, signal })
  await expect(call).rejects.toThrow(AbortError)
})

test('its state makes the round trip, and a state that DSPy wrote is read', () => {
  const compare = new MultiChainComparison('question -> answer', { m: 2 })
  compare.predict.demos = [{ question: 'q', reasoning_attempt_1: 'x', rationale: 'r', answer: 'a' }]
  expect(Object.keys(compare.dumpState().predictors)).toEqual(['predict'])
  for (const state of [compare.dumpState(), compare.dumpState({ format: 'dspy' })]) {
    const loaded = new MultiChainComparison('question -> answer', { m: 2 })
    loaded.loadState(JSON.parse(JSON.stringify(state)))
    expect(loaded.dumpState()).toEqual(compare.dumpState())
  }
  const attempt = (number: number) => ({
    prefix: `Student Attempt #${number}:`,
    description: `\${reasoning attempt}`,
  })
  const instructions = 'Compare them well.'
  const rationale = {
    prefix: "Accurate Reasoning: Thank you everyone. Let's now holistically",
    description: `\${corrected reasoning}`,
  }
  const plain = (name: string, prefix: string) => ({ prefix, description: `\${${name}}` })
  compare.loadState({
    predict: {
      traces: [],
      train: [],
      demos: [],
      signature: {
        instructions,
        fields: [
          plain('question', 'Question:'),
          attempt(1),
          attempt(2),
          rationale,
          plain('answer', 'Answer:'),
        ],
      },
      lm: null,
    },
    metadata: { dependency_versions: { dspy: '3.3.1' } },
  })
  expect(compare.predict.signature.instructions).toBe(instructions)
  expect(compare.copy().predict.signature).toBe(compare.predict.signature)
})
