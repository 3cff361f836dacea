import { expect, test } from 'vitest'
import { z } from 'zod'
import { AdapterParseError } from '../../errors/adapter-parse-error.ts'
import { ContextWindowExceededError } from '../../errors/context-window-exceeded-error.ts'
import { LMServerError } from '../../errors/lm-server-error.ts'
import { UnsupportedFeatureError } from '../../errors/unsupported-feature-error.ts'
import type { LMRequest } from '../../lm/lm-request.ts'
import type { LMToolCall } from '../../lm/lm-tool.ts'
import { ChatAdapter } from '../../prompt/chat/chat-adapter.ts'
import { tool } from '../../schema/special/define-tool.ts'
import { MockLM, type MockReply } from '../../testing/mock-lm.ts'
import { ReActV2 } from './react-v2.ts'

const echo = tool({
  name: 'echo',
  input: z.object({ text: z.string() }),
  execute: ({ text }) => text,
})
const signature = 'question -> answer'
const capabilities = { tools: true }

function calling(name: string, args: object): { toolCalls: LMToolCall[] } {
  return { toolCalls: [{ id: '', name, arguments: JSON.stringify(args) }] }
}

function choice({ config }: LMRequest): unknown {
  return config?.toolChoice
}

function results({ messages }: LMRequest): unknown[] {
  return messages.filter(({ role }) => role === 'tool').map(({ content }) => content)
}

/** An LM that goes on calling `echo` until it is forced to do something else. */
function busy(forced: (request: LMRequest) => MockReply): MockLM {
  const reply = (request: LMRequest): MockReply =>
    request.config?.tools === undefined ||
    request.config.toolChoice !== undefined ||
    request.config.tools.length === 1
      ? forced(request)
      : calling('echo', { text: 'hi' })
  return new MockLM(reply, { capabilities })
}

test('at maxIters the LM must submit, with what it has', async () => {
  const agent = new ReActV2(signature, { tools: [echo], maxIters: 2 })
  const lm = busy(() => calling('submit', { answer: 'hi' }))
  const prediction = await agent({ question: 'x' }, { lm })
  expect(prediction).toMatchObject({ answer: 'hi', terminationReason: 'forced_submit' })
  expect(lm.requests.map(choice)).toEqual([undefined, undefined, { name: 'submit' }])
  expect(lm.requests[2]?.config?.tools).toHaveLength(2)
  expect(prediction.history.messages).toHaveLength(3)
})

test('a model that thinks is forced without its thoughts', async () => {
  const agent = new ReActV2(signature, { tools: [echo], maxIters: 1 })
  const lm = new MockLM([calling('echo', { text: 'a' }), calling('submit', { answer: 'b' })], {
    capabilities: { tools: true, reasoning: true },
  })
  await agent({ question: 'x' }, { lm })
  expect(lm.requests.map(({ config }) => config?.reasoningEffort)).toEqual(['low', 'none'])
})

test('an LM that cannot be forced is offered nothing but submit', async () => {
  const agent = new ReActV2(signature, { tools: [echo], maxIters: 1 })
  const lm = busy((request) => {
    if (request.config?.toolChoice) throw new UnsupportedFeatureError('cannot be forced')
    return calling('submit', { answer: 'hi' })
  })
  const { terminationReason } = await agent({ question: 'x' }, { lm })
  expect(terminationReason).toBe('forced_submit')
  expect(lm.requests.at(-1)?.config?.tools?.map(({ name }) => name)).toEqual(['submit'])
})

test('where nothing is submitted the outputs are read out of what was found', async () => {
  const agent = new ReActV2(signature, { tools: [echo], maxIters: 1 })
  const lm = busy(({ config }) =>
    config?.tools
      ? { text: 'I will not.' }
      : '[[ ## reasoning ## ]]\nSo.\n\n[[ ## answer ## ]]\nhi\n\n[[ ## completed ## ]]',
  )
  const { history, ...rest } = await agent({ question: 'x' }, { lm })
  expect(rest).toEqual({ answer: 'hi', terminationReason: 'extract' })
  const told = String(lm.requests.at(-1)?.messages.at(-1)?.content)
  expect(told).toContain('[[ ## question ## ]]\nx')
  expect(told).toContain('[[ ## tool_name_0_0 ## ]]\necho')
  expect(told).toContain('[[ ## observation_0_0 ## ]]\nhi')
  expect(history.messages.at(-1)).toMatchObject({
    answer: 'hi',
    tool_calls: { toolCalls: [{ name: 'submit', args: { answer: 'hi' } }] },
  })
})

test('where nothing helps, the error says so: it never ends without outputs', async () => {
  const agent = new ReActV2(signature, { tools: [echo] })
  const lm = new MockLM(() => ({ text: '', finishReason: 'length' }), { capabilities })
  await expect(agent({ question: 'x' }, { lm })).rejects.toThrow(AdapterParseError)
  expect(lm.requests).toHaveLength(3 + 1 + 1)
})

test('a turn without calls, and one that cannot be read, are told of and asked again', async () => {
  const agent = new ReActV2(signature, { tools: [echo] })
  const broken = { toolCalls: [{ id: 'b', name: 'echo', arguments: 'no object' }] }
  const lm = new MockLM(
    [
      'It is hi.',
      broken,
      broken,
      calling('echo', { text: 'hi' }),
      calling('ehco', {}),
      calling('submit', { answer: 'hi' }),
    ],
    { capabilities },
  )
  const { terminationReason, history } = await agent({ question: 'x' }, { lm })
  expect(terminationReason).toBe('submit')
  const last = lm.requests.at(-1)
  expect(last && results(last)).toEqual([
    expect.stringMatching(/^No tool was called/),
    expect.stringMatching(/could not be used: `tool_calls`/),
    'hi',
    'There is no tool `ehco`. Call one of these: echo, submit.',
  ])
  expect(history.messages[0]).toMatchObject({ question: 'x', next_thought: 'It is hi.' })
})

test('an LM that keeps submitting what does not fit is not asked for ever', async () => {
  const agent = new ReActV2('question -> score: float', { tools: [echo] })
  const lm = new MockLM(
    ({ config }) =>
      config?.tools
        ? calling('submit', { score: 'high' })
        : '[[ ## reasoning ## ]]\n.\n[[ ## score ## ]]\n1',
    { capabilities },
  )
  const { score, terminationReason } = await agent({ question: 'x' }, { lm })
  expect([score, terminationReason]).toEqual([1, 'extract'])
  expect(lm.requests).toHaveLength(3 + 1 + 1)
})

test('where the prompt is too long the oldest turns are left out of it, and the inputs are told again', async () => {
  const agent = new ReActV2(signature, { tools: [echo] })
  const lm = new MockLM(
    ({ messages }) => {
      const turns = messages.filter(({ role }) => role === 'tool').length
      if (turns > 2) throw new ContextWindowExceededError('too long')
      const isBack = String(messages.at(-1)?.content).includes('[[ ## question ## ]]\nWhich?')
      return turns > 0 && isBack
        ? calling('submit', { answer: 'x' })
        : calling('echo', { text: 'hi' })
    },
    { capabilities },
  )
  const { terminationReason, history } = await agent({ question: 'Which?' }, { lm })
  expect(terminationReason).toBe('submit')
  expect(history.messages).toHaveLength(4)
})

test('an error of the LM is thrown as it is', async () => {
  const agent = new ReActV2(signature, { tools: [echo] })
  const lm = new MockLM(() => {
    throw new LMServerError('down')
  })
  await expect(agent({ question: 'x' }, { lm })).rejects.toThrow(LMServerError)
  expect(lm.requests).toHaveLength(1)
})

test('an abort ends it with AbortError, also while a tool that does not listen runs', async () => {
  const stop = new AbortController()
  const deaf = tool({
    name: 'deaf',
    execute: () => {
      stop.abort()
      return new Promise(() => undefined)
    },
  })
  const agent = new ReActV2(signature, { tools: [deaf, echo] })
  const both = {
    toolCalls: [...calling('deaf', {}).toolCalls, ...calling('echo', { text: 'a' }).toolCalls],
  }
  const lm = new MockLM([both], { capabilities })
  const run = agent({ question: 'x' }, { lm, signal: stop.signal })
  await expect(run).rejects.toMatchObject({ code: 'aborted' })
})

test('an adapter that was chosen is used, with tools in words if it says so', async () => {
  const agent = new ReActV2(signature, { tools: [echo] })
  const turn = { next_thought: '', tool_calls: [{ name: 'submit', args: { answer: 'hi' } }] }
  const lm = new MockLM(turn, { capabilities })
  await agent({ question: 'x' }, { lm, adapter: new ChatAdapter() })
  expect(lm.requests[0]?.config?.tools).toBeUndefined()
})

test('names that the agent has for itself are refused, save a history', async () => {
  const taken = tool({ name: 'submit', execute: () => 1 })
  expect(() => new ReActV2(signature, { tools: [taken] })).toThrow(/no `submit`/)
  expect(() => new ReActV2('tools -> answer', { tools: [] })).toThrow(/`tools` of its own/)
  expect(() => new ReActV2('history -> answer', { tools: [] })).toThrow(/`history` of its own/)
  expect(() => new ReActV2(signature, { tools: [], concurrency: 0 })).toThrow(/`concurrency`/)
  const agent = new ReActV2('question, history: History -> answer', { tools: [] })
  const lm = new MockLM([calling('submit', { answer: 'hi' })], { capabilities })
  const history = { messages: [{ question: 'a', answer: 'b' }] }
  const prediction = await agent({ question: 'x', history }, { lm })
  expect(prediction.history.messages).toHaveLength(2)
})
