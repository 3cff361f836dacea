import { expect, test } from 'vitest'
import { z } from 'zod'
import { AdapterParseError } from '../../errors/adapter-parse-error.ts'
import { ContextWindowExceededError } from '../../errors/context-window-exceeded-error.ts'
import type { LMRequest } from '../../lm/lm-request.ts'
import { tool } from '../../schema/special/define-tool.ts'
import { trackUsage } from '../../settings/track-usage.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { writeReply } from '../../testing/write-reply.ts'
import { ReAct } from './react.ts'

const weather = tool({
  name: 'weather',
  description: 'The weather of a town.',
  input: z.object({ city: z.string(), days: z.int().default(1) }),
  execute: async ({ city, days }) => `rain in ${city} for ${days} days`,
})
const signature = 'question -> answer, score: float'

/** Replies that stand for themselves, or for steps and answers in the form that is asked for. */
function scripted(...replies: (string | Record<string, unknown> | Error)[]): MockLM {
  let at = 0
  return new MockLM(({ messages }) => {
    const reply = replies[at]
    at += 1
    if (reply instanceof Error) throw reply
    if (reply === undefined) throw new Error('asked too often')
    return typeof reply === 'string' ? reply : writeReply(reply, messages)
  })
}

function step(name: string, args: object = {}, thought = 'Let me see.'): Record<string, unknown> {
  return { next_thought: thought, next_tool_name: name, next_tool_args: args }
}

function asked({ messages }: LMRequest): string {
  return String(messages.at(-1)?.content)
}

const answer = { reasoning: 'It said so.', answer: 'rain', score: '0.5' }

test('it thinks, calls tools and answers, and tells of every step', async () => {
  const agent = new ReAct(signature, { tools: [weather] })
  const lm = scripted(step('weather', { city: 'Oslo', days: '2' }), step('finish'), answer)
  const prediction = await agent({ question: 'Rain?' }, { lm })
  expect(prediction).toEqual({
    trajectory: {
      thought_0: 'Let me see.',
      tool_name_0: 'weather',
      tool_args_0: { city: 'Oslo', days: '2' },
      observation_0: 'rain in Oslo for 2 days',
      thought_1: 'Let me see.',
      tool_name_1: 'finish',
      tool_args_1: {},
      observation_1: 'Completed.',
    },
    reasoning: 'It said so.',
    answer: 'rain',
    score: 0.5,
  })
  expect(prediction.$meta.attempts).toBe(3)
})

test('wrong arguments, a tool that fails and one that returns nothing are observations', async () => {
  const fails = tool({
    name: 'fails',
    execute: () => {
      throw new Error('no connection')
    },
  })
  const agent = new ReAct(signature, {
    tools: [weather, fails, tool({ name: 'idle', execute: () => undefined })],
  })
  const steps = [step('weather', { town: 'Oslo' }), step('fails'), step('idle'), step('finish')]
  const { trajectory } = await agent({ question: 'Rain?' }, { lm: scripted(...steps, answer) })
  expect(trajectory['observation_0']).toMatch(/do not fit: "city".*Correct the arguments/)
  expect(trajectory['observation_1']).toMatch(/`fails` failed: no connection/)
  expect(trajectory['observation_2']).toMatch(/returned nothing/)
})

test('a step that cannot be read is told of and asked again', async () => {
  const agent = new ReAct(signature, { tools: [weather] })
  const bad = 'I would call the weather tool.'
  const unknown = step('wether', { city: 'Oslo' }, 'Which?')
  const lm = scripted(
    bad,
    bad,
    unknown,
    unknown,
    step('weather', { city: 'Oslo' }),
    step('finish'),
    answer,
  )
  const { trajectory } = await agent({ question: 'Rain?' }, { lm })
  expect(trajectory).not.toHaveProperty('tool_name_0')
  expect(trajectory['observation_0']).toMatch(
    /could not be used: `next_thought`.*I would call the weather/,
  )
  expect(trajectory['thought_1']).toBe('Which?')
  expect(trajectory['observation_1']).toMatch(/`next_tool_name`/)
  expect(trajectory['observation_2']).toBe('rain in Oslo for 1 days')
  const third = lm.requests[4]
  expect(third && asked(third)).toContain('[[ ## observation_0 ## ]]\nYour reply could not be used')
})

test('an LM that keeps writing what cannot be read is asked for the answer, and its last error is thrown', async () => {
  const agent = new ReAct(signature, { tools: [weather] })
  const lm = new MockLM(() => 'nonsense')
  await expect(agent({ question: 'x' }, { lm })).rejects.toThrow(AdapterParseError)
  expect(lm.requests).toHaveLength(3 * 2 + 2)
})

test('the steps end at maxIters, and the answer is given with what is known by then', async () => {
  const agent = new ReAct(signature, { tools: [weather], maxIters: 2 })
  const lm = scripted(step('weather', { city: 'Oslo' }), step('weather', { city: 'Rome' }), answer)
  const { trajectory, answer: given } = await agent({ question: 'Rain?' }, { lm })
  expect([given, trajectory['observation_1']]).toEqual(['rain', 'rain in Rome for 1 days'])
})

test('where the prompt is too long the oldest steps are left out of it, not out of the trajectory', async () => {
  const agent = new ReAct(signature, { tools: [weather] })
  const full = new ContextWindowExceededError('too long')
  const [oslo, rome, bern] = ['Oslo', 'Rome', 'Bern'].map((city) => step('weather', { city }))
  const lm = scripted(oslo ?? '', rome ?? '', full, bern ?? '', full, answer)
  agent.maxIters = 3
  const { trajectory } = await agent({ question: 'Rain?' }, { lm })
  const cities = lm.requests.map((request) => asked(request).match(/rain in \w+/g))
  expect(cities).toEqual([
    null,
    ['rain in Oslo'],
    ['rain in Oslo', 'rain in Rome'],
    ['rain in Rome'],
    ['rain in Rome', 'rain in Bern'],
    ['rain in Bern'],
  ])
  expect(Object.keys(trajectory)).toHaveLength(12)
})

test('a prompt that is too long with one step only is the error of the answer', async () => {
  const agent = new ReAct(signature, { tools: [weather] })
  const lm = new MockLM(() => {
    throw new ContextWindowExceededError('too long')
  })
  await expect(agent({ question: 'x' }, { lm })).rejects.toThrow(ContextWindowExceededError)
  expect(lm.requests).toHaveLength(2)
})

test('observations are cut where the agent says so', async () => {
  const agent = new ReAct(signature, { tools: [weather], maxObservationCharacters: 7 })
  const lm = scripted(step('weather', { city: 'Oslo' }), step('finish'), answer)
  const { trajectory } = await agent({ question: 'Rain?' }, { lm })
  expect(trajectory['observation_0']).toMatch(/^rain in… \(16 more characters/)
})

test('one agent serves many calls at once, and usage is complete', async () => {
  const agent = new ReAct('city -> answer', { tools: [weather] })
  const lm = new MockLM(({ messages }) => {
    const text = String(messages.at(-1)?.content)
    const city = /## city ## \]\]\n(\w+)/.exec(text)?.[1]
    if (!text.includes('next_tool_name'))
      return writeReply({ reasoning: '', answer: /rain in \w+/.exec(text)?.[0] ?? '' }, messages)
    return writeReply(
      text.includes('rain in') ? step('finish') : step('weather', { city }),
      messages,
    )
  })
  const cities = Array.from({ length: 50 }, (_, at) => `Town${at}`)
  const { result, usage } = await trackUsage(() =>
    Promise.all(cities.map((city) => agent({ city }, { lm }))),
  )
  expect(result.map(({ answer: given }) => given)).toEqual(cities.map((city) => `rain in ${city}`))
  expect(usage.calls).toBe(150)
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
  const agent = new ReAct(signature, { tools: [deaf] })
  const run = agent({ question: 'x' }, { lm: scripted(step('deaf')), signal: stop.signal })
  await expect(run).rejects.toMatchObject({ code: 'aborted' })
})

test('options and inputs that cannot be used are told before anything is sent', async () => {
  const plain: unknown = () => 1
  expect(() => new ReAct(signature, { tools: [weather, weather] })).toThrow(/`weather` twice/)
  expect(
    () => new ReAct(signature, { tools: [tool({ name: 'finish', execute: () => 1 })] }),
  ).toThrow(/no `finish`/)
  expect(() => new ReAct(signature, { tools: [tool({ name: 'told' })] })).toThrow(/no `execute`/)
  expect(() => new ReAct(signature, { tools: [plain as typeof weather] })).toThrow(/tool\(fn/) // a wrong use
  expect(() => new ReAct(signature, { tools: [], maxIters: 0 })).toThrow(/`maxIters`/)
  expect(() => new ReAct('trajectory -> answer', { tools: [] })).toThrow(
    /`trajectory` appears twice/,
  )
  const lm = scripted()
  const wrong: object = { query: 'x' }
  const agent = new ReAct(signature, { tools: [] })
  await expect(agent(wrong as { question: string }, { lm })).rejects.toThrow(/missing: question/) // a wrong use
  expect(lm.requests).toEqual([])
})
