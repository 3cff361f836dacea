import { expect, test } from 'vitest'
import { LMTransportError } from '../../errors/lm-transport-error.ts'
import type { JSONValue } from '../../schema/json-value.ts'
import { inScope } from '../../settings/scope.ts'
import { trackUsage } from '../../settings/track-usage.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { subLMFunctions } from './sub-lm-functions.ts'

const prompt = (request: { messages: readonly { content: unknown }[] }): string =>
  String(request.messages[0]?.content)

function functionsFor(lm: MockLM, maxCalls: number = 50) {
  const { llm_query, llm_query_batched } = subLMFunctions(() => lm, maxCalls)
  return {
    one: async (...args: JSONValue[]) => llm_query?.(...args),
    many: async (...args: JSONValue[]) => llm_query_batched?.(...args),
  }
}

test('a prompt is the only message, and its reply is counted', async () => {
  const lm = new MockLM(['Paris'], { costUSD: 0.5 })
  const { result, usage } = await trackUsage(() => functionsFor(lm).one('The capital?'))
  expect(result).toBe('Paris')
  expect(usage).toMatchObject({ calls: 1, costUSD: 0.5 })
  expect(lm.requests[0]?.messages).toEqual([{ role: 'user', content: 'The capital?' }])
})

test('settings of the call hold, but for what only makes sense of its own reply', async () => {
  const lm = new MockLM(['x'])
  const responseFormat = { type: 'json' } as const
  const call = { temperature: 0.5, n: 3, responseFormat }
  await inScope({ call: call as never }, () => functionsFor(lm).one('why?'))
  expect(lm.requests[0]?.config).toEqual({ temperature: 0.5 })
})

test('many are asked at once, no more than eight, and answered in order', async () => {
  let running = 0
  let most = 0
  const lm = new MockLM(async (request) => {
    running += 1
    most = Math.max(most, running)
    const text = prompt(request)
    await new Promise((resolve) => setTimeout(resolve, text === '0' ? 30 : 5))
    running -= 1
    return `reply ${text}`
  })
  const prompts = Array.from({ length: 20 }, (_, index) => String(index))
  expect(await functionsFor(lm).many(prompts)).toEqual(prompts.map((text) => `reply ${text}`))
  expect(most).toBe(8)
})

test('of many, one that fails says so in its place; anything but an error of an LM is thrown', async () => {
  const lm = new MockLM((request) => {
    if (prompt(request) === 'bad') throw new LMTransportError('The line is dead.')
    if (prompt(request) === 'bug') throw new TypeError('not a function')
    return 'fine'
  })
  const { one, many } = functionsFor(lm)
  expect(await many(['a', 'bad', 'b'])).toEqual(['fine', '[ERROR] The line is dead.', 'fine'])
  await expect(many(['a', 'bug'])).rejects.toThrow('not a function')
  await expect(one('bad')).rejects.toThrow('The line is dead.')
})

test('no more prompts are asked than allowed, by both together', async () => {
  const lm = new MockLM({ any: 'x' })
  const { one, many } = functionsFor(lm, 3)
  await many(['a', 'b'])
  await expect(many(['c', 'd'])).rejects.toThrow('Of 3 LM calls 2 are made, so 2 more are too many')
  await one('e')
  await expect(one('f')).rejects.toThrow('Of 3 LM calls 3 are made')
  expect(lm.requests).toHaveLength(3)
})

test.each<[string, JSONValue[]]>([
  ['nothing', []],
  ['an empty prompt', ['']],
  ['an object', [{ prompt: 'x' }]],
])('%s is refused and costs nothing', async (_name, args) => {
  const { one, many } = functionsFor(new MockLM(['x']), 1)
  await expect(one(...args)).rejects.toThrow('A prompt must be a text')
  await expect(many(...args)).rejects.toThrow('takes an array of prompts')
  await expect(many([...args, ''])).rejects.toThrow('A prompt must be a text')
  expect(await many([])).toEqual([])
  expect(await one('good')).toBe('x')
})
