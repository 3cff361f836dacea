import { expect, test } from 'vitest'
import { z } from 'zod'
import { AdapterParseError } from '../errors/adapter-parse-error.ts'
import { ChatAdapter } from '../prompt/chat/chat-adapter.ts'
import { JSONAdapter } from '../prompt/json/json-adapter.ts'
import { Tool } from '../schema/special/tool.ts'
import { streamify } from '../streaming/streamify.ts'
import { MockLM } from '../testing/mock-lm.ts'
import { Predict } from './predict.ts'

const weather = new Tool({
  name: 'weather',
  description: 'The weather of a town.',
  input: z.object({ city: z.string() }),
  execute: ({ city }) => `rain in ${city}`,
})
const tools = [weather]
const act = new Predict('question, tools: list[Tool] -> answer, calls: ToolCalls')
const toolCalls = [{ id: 'c1', name: 'weather', arguments: '{"city": "Oslo"}' }]
const adapter = new ChatAdapter({ useNativeFunctionCalling: true })
const capabilities = { tools: true }
const called = { toolCalls: [{ id: 'c1', name: 'weather', args: { city: 'Oslo' } }] }

test('an LM that can call tools is given them, and the prompt does not tell of them', async () => {
  const lm = new MockLM([{ toolCalls }], { capabilities })
  const prediction = await act({ question: 'Rain?', tools }, { lm, adapter })
  expect(prediction).toEqual({ answer: '', calls: called })
  const [request] = lm.requests
  expect(request?.config?.tools).toEqual([
    {
      name: 'weather',
      description: 'The weather of a town.',
      parameters: {
        type: 'object',
        properties: { city: { type: 'string' } },
        required: ['city'],
      },
    },
  ])
  expect(JSON.stringify(request?.messages)).not.toMatch(/## (?:tools|calls) ##/)
})

test('what is said beside the calls is kept where there is one text to take it', async () => {
  const lm = new MockLM([{ text: 'Let me see.', toolCalls }], { capabilities })
  const { answer } = await act({ question: 'Rain?', tools }, { lm, adapter })
  expect(answer).toBe('Let me see.')
})

test('arguments are read leniently, none at all too, and what is no object is an AdapterParseError', async () => {
  const reply = (json: string) =>
    new MockLM(() => ({ toolCalls: [{ id: 'c1', name: 'weather', arguments: json }] }), {
      capabilities,
    })
  const call = async (json: string) =>
    (await act({ question: 'Rain?', tools }, { lm: reply(json), adapter })).calls.toolCalls[0]?.args
  expect(await call("{'city': 'Oslo',")).toEqual({ city: 'Oslo' })
  expect(await call('')).toEqual({})
  await expect(call('Oslo')).rejects.toThrow(/calls.*weather.*Oslo/s)
  await expect(call('[1]')).rejects.toThrow(AdapterParseError)
})

test('a call that was cut off is an AdapterParseError, without a second call', async () => {
  const cut = [{ id: 'c1', name: 'weather', arguments: '{"city": "Os' }]
  const lm = new MockLM([{ toolCalls: cut, finishReason: 'length' }], { capabilities })
  await expect(act({ question: 'Rain?', tools }, { lm, adapter })).rejects.toThrow(/\{"city": "Os/)
  expect(lm.requests).toHaveLength(1)
})

test('a reply without calls is read as any, and its calls are none', async () => {
  const lm = new MockLM(['[[ ## answer ## ]]\nYes.'], { capabilities })
  const prediction = await act({ question: 'Rain?', tools }, { lm, adapter })
  expect(prediction).toEqual({ answer: 'Yes.', calls: { toolCalls: [] } })
})

test('a bare text of an LM that was given tools is its answer, where there is one text to take it', async () => {
  const lm = new MockLM(['It rains.'], { capabilities })
  const prediction = await act({ question: 'Rain?', tools }, { lm, adapter })
  expect(prediction).toEqual({ answer: 'It rains.', calls: { toolCalls: [] } })
  const cut = new MockLM([{ text: 'It ra', finishReason: 'length' }], { capabilities })
  await expect(act({ question: 'Rain?', tools }, { lm: cut, adapter })).rejects.toThrow(
    AdapterParseError,
  )
  const silent = new MockLM(['', ''], { capabilities })
  await expect(act({ question: 'Rain?', tools }, { lm: silent, adapter })).rejects.toThrow(
    AdapterParseError,
  )
})

test('an LM without tools is told of them, and writes its calls', async () => {
  const lm = new MockLM({ answer: '', calls: [{ name: 'weather', args: { city: 'Oslo' } }] })
  const { calls } = await act({ question: 'Rain?', tools }, { lm, adapter })
  expect(calls).toEqual({ toolCalls: [{ name: 'weather', args: { city: 'Oslo' } }] })
  expect(lm.requests[0]?.config?.tools).toBeUndefined()
  expect(lm.requests[0]?.messages[1]?.content).toContain(
    "weather, whose description is <desc>The weather of a town.</desc>. It takes arguments {'city': {'type': 'string'}}.",
  )
})

test('a field that has no empty value must be declared Optional', async () => {
  const lm = new MockLM([{ toolCalls }, { toolCalls }], { capabilities })
  const strict = new Predict('question, tools: list[Tool] -> score: float, calls: ToolCalls')
  const error = await strict({ question: 'x', tools }, { lm, adapter }).catch((e: unknown) => e)
  expect(AdapterParseError.is(error) && error.message).toMatch(/`score`.*declare it Optional/)
})

test('calls without tools to call are told before anything is sent', async () => {
  const lm = new MockLM([''], { capabilities })
  const odd = new Predict('question -> calls: ToolCalls')
  await expect(odd({ question: 'x' }, { lm, adapter })).rejects.toThrow(/no input brings tools/)
  expect(lm.requests).toEqual([])
})

test('JSONAdapter gives tools natively unless told otherwise', async () => {
  const lm = new MockLM([{ toolCalls }], { capabilities })
  await act({ question: 'Rain?', tools }, { lm, adapter: new JSONAdapter() })
  expect(lm.requests[0]?.config?.tools).toHaveLength(1)
})

test('each of several completions has its own calls', async () => {
  const lm = new MockLM(() => ({ toolCalls }), { capabilities })
  const { $meta } = await act({ question: 'Rain?', tools }, { lm, adapter, n: 2 })
  expect($meta.completions).toEqual([
    { answer: '', calls: called },
    { answer: '', calls: called },
  ])
})

test('a stream shows the calls once they are whole', async () => {
  const lm = new MockLM([{ toolCalls }], { capabilities })
  const shown: unknown[] = []
  for await (const event of streamify(act)({ question: 'Rain?', tools }, { lm, adapter })) {
    if (event.type === 'field') shown.push([event.field, event.delta, event.done])
  }
  expect(shown).toEqual([
    ['answer', '', true],
    ['calls', '{"tool_calls": [{"name": "weather", "args": {"city": "Oslo"}}]}', true],
  ])
})

test('the thoughts of a model that tells them fill a Reasoning output', async () => {
  const think = new Predict('question -> why: Reasoning, answer')
  const lm = new MockLM([{ text: '[[ ## answer ## ]]\n42', reasoning: 'Because.' }], {
    capabilities: { reasoning: true },
  })
  expect(await think({ question: 'x' }, { lm })).toEqual({ why: 'Because.', answer: '42' })
  expect(lm.requests[0]?.config?.reasoningEffort).toBe('low')
  expect(JSON.stringify(lm.requests[0]?.messages[1])).not.toContain('why')
})
