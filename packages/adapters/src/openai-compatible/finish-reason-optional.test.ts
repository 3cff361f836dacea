import { LMStreamTruncatedError } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { collect } from '../__fixtures__/collect.ts'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { openaiCompatible } from './openai-compatible.ts'

const sse = { 'content-type': 'text/event-stream' }
const choice = (delta: object): string =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: null }] })}\n\n`
const call = (name: string | undefined, json: string): string =>
  choice({ tool_calls: [{ index: 0, function: { name, arguments: json } }] })

async function reply(body: string, finishReasonOptional: boolean, cut = false): Promise<unknown> {
  await using server = await scriptedServer((response) => {
    response.writeHead(200, sse).write(body)
    setTimeout(() => (cut ? response.destroy() : response.end()), 10)
  })
  const lm = openaiCompatible({ baseURL: server.url, model: 'tiny', finishReasonOptional })
  return (await collect(lm, hello)).response.outputs[0]
}

test.for([
  ['text', choice({ content: 'all of it' }), { text: 'all of it', finishReason: 'stop' }],
  ['text and [DONE]', `${choice({ content: 'all' })}data: [DONE]\n\n`, { text: 'all' }],
  [
    'a whole tool call',
    call('add', '{"a":') + call(undefined, '1}'),
    {
      finishReason: 'tool_calls',
      toolCalls: [{ id: 'call_0', name: 'add', arguments: '{"a":1}' }],
    },
  ],
] as const)(
  'where finish reasons are optional, %s and a clean end are a whole reply',
  async ([, body, expected]) => {
    expect(await reply(body, true)).toMatchObject(expected)
    // Everywhere else the same bytes are half a reply.
    expect(await caught(reply(body, false))).toBeInstanceOf(LMStreamTruncatedError)
  },
)

test.for([
  ['nothing was said', choice({ role: 'assistant', content: '' }), false],
  ['it only reasoned', choice({ reasoning_content: 'hm' }), false],
  ['a tool call is half written', choice({ content: 'a' }) + call('add', '{"a":'), false],
  ['the socket was cut', choice({ content: 'half' }), true],
] as const)(
  'where finish reasons are optional, a reply is not whole when %s',
  async ([, body, cut]) => {
    expect(await caught(reply(body, true, cut))).toBeInstanceOf(LMStreamTruncatedError)
  },
)
