import type { LMRequest } from '@ockham/core'
import { expect } from 'vitest'
import { question } from './harness/ask.ts'
import { fault } from './harness/fault.ts'

const parameters = { type: 'object' as const }
const tools: LMRequest = {
  ...question,
  config: {
    tools: [
      { name: 'look_up', parameters },
      { name: 'roll', parameters },
      { name: 'now', parameters },
    ],
  },
}
const lookUp = { name: 'look_up', arguments: { city: 'Z' } }
const roll = { name: 'roll', arguments: { sides: 6 } }
const now = { name: 'now', arguments: {} }

/** What each shape comes to. */
const shapes = [
  ['in pieces that cut an escape', 'f24-pieces', [{ ...lookUp, arguments: { city: 'Zürich\n' } }]],
  ['with a name in pieces', 'f24-name-split', [lookUp]],
  ['with the whole name in each piece', 'f24-name-repeated', [lookUp]],
  ['interleaved', 'f24-interleaved', [lookUp, roll]],
  ['without an index', 'f24-no-index', [lookUp, roll]],
  ['with neither index nor id', 'f24-no-index-no-id', [lookUp, roll]],
  ['side by side without an index', 'f24-same-chunk-no-index', [lookUp, roll]],
  ['all of them number 0', 'f24-index-always-0', [lookUp, roll]],
  ['without ids', 'f24-no-id', [lookUp, roll]],
  ['with one id for two', 'f24-same-id', [lookUp, roll]],
  ['without arguments', 'f24-empty', [now]],
  ['with null for arguments', 'f24-null', [now]],
  ['with the word null for arguments', 'f24-null-text', [now]],
  ['with empty arguments', 'f24-braces', [now]],
  ['with an object for arguments', 'f24-object', [lookUp]],
  ['although it says stop', 'f24-stop', [lookUp]],
] as const

for (const [how, model, expected] of shapes) {
  fault('F24', `tool calls ${how} are put together`, async (scene) => {
    const { response, error } = await scene.ask(scene.lm(model), 'stream', tools)
    expect(error).toBeUndefined()
    const [output] = response?.outputs ?? []
    const calls = output?.toolCalls ?? []
    expect(
      calls.map((call) => ({ name: call.name, arguments: JSON.parse(call.arguments) })),
    ).toEqual(expected)
    expect(output?.finishReason).toBe('tool_calls')
    expect(new Set(calls.map(({ id }) => id)).size).toBe(calls.length)
  })
}

fault('F24', 'arguments that are no JSON are told as they are', async (scene) => {
  const { response } = await scene.ask(scene.lm('f24-invalid'), 'stream', tools)
  expect(response?.outputs[0]?.toolCalls?.[0]?.arguments).toBe('{"city": ')
})

fault('F24', 'half a tool call is no call', async (scene) => {
  const { error } = await scene.fails(scene.lm('f24-cut'), 'stream', tools)
  expect(error.code).toBe('lm_stream_truncated')
})
