import {
  type LM,
  type LMConfig,
  type LMMessage,
  LMRateLimitError,
  type LMRequest,
  type LMResponse,
  LMServerError,
  LMStreamTruncatedError,
  type LMTool,
} from '@ockham/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { says, startMock } from './mock.ts'

/** One dialect that aimock and we both speak. */
export interface Dialect {
  /** The LM that reaches the mock server at this address. */
  make: (url: string) => LM
  /** Where the request must have gone. */
  path: (streamed: boolean) => RegExp
  /** False where aimock reports no usage that could be set. */
  tellsUsage?: false
  /** False where aimock does not tell that a limit was reached. */
  tellsLimit?: false
  /** False where aimock tells thoughts in other words than the vendor. */
  tellsThoughts?: false
}

const parameters = { type: 'object', properties: { city: { type: 'string' } } }
const tools: LMTool[] = [
  { name: 'weather', description: 'The weather.', parameters },
  { name: 'clock', parameters: { type: 'object', properties: {} } },
]

const ways = {
  generate: (lm: LM, request: LMRequest) => lm.generate(request),
  stream: streamed,
}

/** Registers the tests of one dialect, whole and streamed. */
export function testDialect({ make, path, ...facts }: Dialect): void {
  let lm: LM
  let mock: Awaited<ReturnType<typeof startMock>>
  beforeAll(async () => {
    mock = await startMock()
    lm = make(mock.url)
  })
  afterAll(() => mock.stop())

  for (const [way, ask] of Object.entries(ways)) {
    const said = (text: string, config?: LMConfig): Promise<LMResponse> =>
      ask(lm, { messages: [{ role: 'user', content: text }], ...(config && { config }) })

    test(`${way}: text, usage and where it went`, async () => {
      const { outputs, usage } = await said('tell me', { temperature: 0, maxTokens: 100 })
      expect(outputs).toEqual([{ text: says.text, finishReason: 'stop' }])
      if (facts.tellsUsage === false) expect(usage.estimated).toBe(true)
      else expect(usage).toMatchObject({ inputTokens: 30, outputTokens: 12 })
      expect(usage.estimated === true).toBe(facts.tellsUsage === false)
      expect(mock.getLastRequest()?.path).toMatch(path(way === 'stream'))
    })

    test(`${way}: two tool calls, and text before one`, async () => {
      const { outputs } = await said('call please', { tools })
      expect(outputs).toMatchObject([{ text: '', finishReason: 'tool_calls' }])
      const calls = outputs[0]?.toolCalls ?? []
      const shown = calls.map(({ name, arguments: json }) => [name, JSON.parse(json)])
      expect(shown).toEqual([
        ['weather', { city: 'Paris', days: 2 }],
        ['clock', {}],
      ])
      expect(new Set(calls.map(({ id }) => id)).size).toBe(2)
      const both = await said('both please', { tools })
      expect(both.outputs).toMatchObject([{ text: 'I look.', toolCalls: [{ name: 'weather' }] }])
    })

    test(`${way}: an answer to a tool's result`, async () => {
      const messages: LMMessage[] = [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'How is the weather?' },
        { role: 'assistant', content: '', toolCalls: [says.call] },
        { role: 'tool', toolCallId: says.call.id, content: 'rain' },
      ]
      const { outputs } = await ask(lm, { messages, config: { tools } })
      expect(outputs).toEqual([{ text: 'It rains.', finishReason: 'stop' }])
    })

    test.skipIf(facts.tellsLimit === false)(`${way}: a reply at its limit`, async () => {
      expect((await said('long')).outputs).toEqual([{ text: 'and so on', finishReason: 'length' }])
    })

    test.skipIf(facts.tellsThoughts === false)(`${way}: a thought`, async () => {
      const { outputs } = await said('think')
      const thought = { reasoning: 'Two and two.' }
      expect(outputs).toEqual([{ text: 'Four.', finishReason: 'stop', ...thought }])
    })

    test(`${way}: a 429 with its wait, a 500, and a call afterwards`, async () => {
      const busy = await said('busy').catch((error: unknown) => error)
      expect(busy).toBeInstanceOf(LMRateLimitError)
      expect(busy).toMatchObject({ status: 429, retryAfterMs: 7000 })
      const broken = await said('broken').catch((error: unknown) => error)
      expect(broken).toBeInstanceOf(LMServerError)
      expect(broken).toMatchObject({ status: 500 })
      expect(String(broken)).toContain('Something broke.')
      expect((await said('tell me')).outputs[0]?.text).toBe(says.text)
    })
  }

  test('a stream that is cut is no reply', async () => {
    const request: LMRequest = { messages: [{ role: 'user', content: 'cut' }] }
    await expect(streamed(lm, request)).rejects.toThrow(LMStreamTruncatedError)
  })
}

/** The last event of a stream, whose pieces must add up to it. */
async function streamed(lm: LM, request: LMRequest): Promise<LMResponse> {
  let [text, json, response]: [string, string, LMResponse | undefined] = ['', '', undefined]
  for await (const event of lm.stream(request)) {
    if (event.type === 'text-delta') text += event.text
    if (event.type === 'tool-call-delta') json += event.arguments ?? ''
    if (event.type === 'finish') response = event.response
  }
  if (!response) throw new Error('there was no finish event')
  const [output] = response.outputs
  expect(text).toBe(output?.text)
  const whole = (output?.toolCalls ?? []).map((call) => call.arguments).join('')
  if (json !== '') expect(json).toBe(whole)
  return response
}
