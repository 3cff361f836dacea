import { expect, test } from 'vitest'
import { VendorFailure } from '../failure/vendor-failure.ts'
import { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { fromOpenAIChunk } from './from-openai-chunk.ts'

function parts(...chunks: string[]): ReplyPart[] {
  const reader = fromOpenAIChunk()
  return chunks.flatMap((json) => {
    const chunk = WireObject.of(JSON.parse(json))
    if (!chunk) throw new Error('not an object')
    return reader(chunk, undefined)
  })
}

test.for(['reasoning_content', 'reasoning'])('the reasoning may be called %s', (name) => {
  expect(parts(`{"choices":[{"index":1,"delta":{"${name}":"Hm"}}]}`)).toEqual([
    { type: 'reasoning', index: 1, text: 'Hm' },
  ])
})

test('content may be a list of thinking and text', () => {
  const content =
    '[{"type":"thinking","thinking":[{"type":"text","text":"Hm"}]},{"type":"text","text":"Yes"}]'
  expect(parts(`{"choices":[{"delta":{"content":${content}}}]}`)).toEqual([
    { type: 'reasoning', index: 0, text: 'Hm' },
    { type: 'text', index: 0, text: 'Yes' },
  ])
})

test('a refusal is text that ends by the content filter', () => {
  const json = '{"choices":[{"delta":{"refusal":"No."},"finish_reason":"stop"}]}'
  expect(parts(json)).toEqual([
    { type: 'text', index: 0, text: 'No.' },
    { type: 'finish', index: 0, reason: 'content_filter' },
  ])
})

test('a refusal that came in pieces is remembered at its end, for its completion alone', () => {
  const found = parts(
    '{"choices":[{"index":0,"delta":{"role":"assistant","content":"","refusal":null}}]}',
    '{"choices":[{"index":0,"delta":{"content":"","refusal":"No."}}]}',
    '{"choices":[{"index":1,"delta":{"content":"Yes.","refusal":""}}]}',
    '{"choices":[{"index":0,"delta":{},"finish_reason":"stop"},{"index":1,"delta":{},"finish_reason":"stop"}]}',
  )
  expect(found).toEqual([
    { type: 'text', index: 0, text: 'No.' },
    { type: 'text', index: 1, text: 'Yes.' },
    { type: 'finish', index: 0, reason: 'content_filter' },
    { type: 'finish', index: 1, reason: 'stop' },
  ])
})

test('arguments that come as an object become JSON text', () => {
  const json =
    '{"choices":[{"delta":{"tool_calls":[{"function":{"name":"f","arguments":{"a":1}}}]}}]}'
  expect(parts(json)).toMatchObject([{ type: 'tool-call', name: 'f', arguments: '{"a":1}' }])
})

test('reasoning that is counted beside the completion is added to it', () => {
  const usage =
    '{"prompt_tokens":10,"completion_tokens":5,"total_tokens":22,"completion_tokens_details":{"reasoning_tokens":7}}'
  expect(parts(`{"choices":[],"usage":${usage}}`)).toMatchObject([
    { type: 'usage', usage: { inputTokens: 10, outputTokens: 12, reasoningTokens: 7 } },
  ])
})

test('the price a server states is taken over', () => {
  expect(parts('{"choices":[],"usage":{"prompt_tokens":1,"cost":0.25}}')).toMatchObject([
    { usage: { costUSD: 0.25 } },
  ])
})

test.for([
  '{"error":{"message":"busy","code":429}}',
  '{"choices":[{"index":0,"error":{"message":"busy"}}]}',
  '{"choices":[{"index":0,"delta":{},"finish_reason":"error"}]}',
])('an error inside a chunk is thrown: %s', (json) => {
  expect(() => parts(json)).toThrow(VendorFailure)
})

test('fields of the wrong type are passed over', () => {
  expect(
    parts('{"choices":[{"index":"x","delta":{"content":7,"tool_calls":null}}],"usage":null}'),
  ).toEqual([])
  expect(parts('{"choices":null}')).toEqual([])
})
