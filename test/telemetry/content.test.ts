import {
  configure,
  context,
  Image,
  Module,
  Predict,
  type Settings,
  signature,
  tool,
} from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { SpanStatusCode } from '@opentelemetry/api'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
// Agents call tools through it; programs have no other way.
import { runTool } from '../../packages/core/src/predict/tools/run-tool.ts'
import { Recorded } from './recorded.ts'

const recorded = new Recorded()
beforeAll(() => recorded.provider.register())
afterEach(() => {
  recorded.clear()
  configure({ telemetry: undefined })
})
afterAll(() => recorded[Symbol.dispose]())

const weather = tool({
  name: 'weather',
  description: 'Tells the weather.',
  input: z.object({ city: z.string() }),
  execute: ({ city }) => {
    if (city === 'Atlantis') throw new Error('It sank.')
    return { sky: `clear over ${city}` }
  },
})

class Agent extends Module<{ city: string }, { answer: string }> {
  say = new Predict('city, sky -> answer')
  override async forward({ city }: { city: string }) {
    const { value } = await runTool(weather, { city }, 'call_1')
    return this.say({ city, sky: JSON.stringify(value) })
  }
}

const lm = () => new MockLM([{ text: '[[ ## answer ## ]]\nSunny', reasoning: 'Hm.' }])
const run = (settings: Settings = {}, city = 'Paris') =>
  context(settings, () => new Agent()({ city }, { lm: lm() }))

test('a tool call is a span between those of its agent', async () => {
  await run()
  expect(recorded.tree()).toEqual([
    ['invoke_agent Agent', ['execute_tool weather', ['invoke_agent say', ['chat mock']]]],
  ])
  expect(recorded.named('execute_tool weather').attributes).toEqual({
    'gen_ai.operation.name': 'execute_tool',
    'gen_ai.tool.name': 'weather',
    'gen_ai.tool.type': 'function',
    'gen_ai.tool.description': 'Tells the weather.',
  })
})

test('a tool that fails is an error of its span only', async () => {
  await run({}, 'Atlantis')
  const { status, attributes } = recorded.named('execute_tool weather')
  expect(status).toEqual({ code: SpanStatusCode.ERROR })
  expect(attributes['error.type']).toBe('Error')
  expect(recorded.named('invoke_agent Agent').status.code).toBe(SpanStatusCode.UNSET)
})

test('content stays out of spans unless asked for', async () => {
  await run()
  expect(JSON.stringify(recorded.spans().map(({ attributes }) => attributes))).not.toMatch(
    /Paris|Sunny|clear|Hm/,
  )
})

test('on request, spans hold messages, tool arguments and results in the GenAI shapes', async () => {
  await run({ telemetry: { content: true } })
  const toolSpan = recorded.named('execute_tool weather').attributes
  expect(toolSpan['gen_ai.tool.call.arguments']).toBe('{"city":"Paris"}')
  expect(toolSpan['gen_ai.tool.call.result']).toBe('{"sky":"clear over Paris"}')
  const chat = recorded.named('chat mock').attributes
  expect(JSON.parse(String(chat['gen_ai.input.messages']))).toMatchObject([
    { role: 'system', parts: [{ type: 'text' }] },
    { role: 'user', parts: [{ type: 'text', content: expect.stringContaining('Paris') }] },
  ])
  expect(JSON.parse(String(chat['gen_ai.output.messages']))).toEqual([
    {
      role: 'assistant',
      parts: [
        { type: 'reasoning', content: 'Hm.' },
        { type: 'text', content: '[[ ## answer ## ]]\nSunny' },
      ],
      finish_reason: 'stop',
    },
  ])
  recorded.clear()
  await run({ telemetry: { content: true } }, 'Atlantis')
  expect(recorded.named('execute_tool weather').status.message).toBe('It sank.')
})

test('what is confidential stays out even then', async () => {
  configure({ telemetry: { content: true } })
  await new Agent()({ city: 'Paris' }, { lm: lm(), sensitivity: 'confidential' })
  const misspelt = 'confidental' as 'confidential'
  await new Agent()({ city: 'Paris' }, { lm: lm(), sensitivity: misspelt })
  expect(recorded.spans()).toHaveLength(8)
  expect(JSON.stringify(recorded.spans().map(({ attributes }) => attributes))).not.toMatch(
    /Paris|Sunny|clear|Hm/,
  )
})

test('media are told of and not sent', async () => {
  const look = new Predict(signature({ inputs: { image: Image }, outputs: { answer: z.string() } }))
  configure({ telemetry: { content: true } })
  const sources = [`data:image/png;base64,${'A'.repeat(10_000)}`, 'https://example.com/a.png']
  for (const source of sources) await look({ image: new Image(source) }, { lm: lm() })
  const texts = recorded
    .spans()
    .map(({ attributes }) => attributes['gen_ai.input.messages'])
    .filter((text) => text !== undefined)
    .map(String)
  expect(texts[0]).toContain('{"type":"image","omitted":true}')
  expect(texts[0]).not.toContain('AAAA')
  expect(texts[1]).toContain('"uri":"https://example.com/a.png"')
})
