import { expect, test } from 'vitest'
import { contextSizesByText } from './context-sizes-by-text.ts'

const both = { promptTokens: 9001, limitTokens: 8192 }

test.for([
  "This model's maximum context length is 8192 tokens. However, your messages resulted in 9001 tokens.",
  "This model's maximum context length is 8,192 tokens. However, you requested 9,001 tokens (8001 in the messages, 1000 in the completion).",
  'prompt is too long: 9001 tokens > 8192 maximum',
  'request (9001 tokens) exceeds the available context size (8192 tokens), try increasing it',
  'The input token count (9001) exceeds the maximum number of tokens allowed (8192).',
  'Please reduce the length of the messages. Current length is 9001 while limit is 8192',
  'input length and `max_tokens` exceed context limit: 9001 + 200 > 8192, decrease one of them',
])('both sizes are read from "%s"', (message) => {
  expect(contextSizesByText(message)).toEqual(both)
})

test('the limit alone is read where it stands alone', () => {
  expect(contextSizesByText("This model's maximum context length is 8192 tokens.")).toEqual({
    limitTokens: 8192,
  })
})

test('numbers of another matter are left alone', () => {
  expect(contextSizesByText('the request of 9001 tokens was refused at 8192')).toEqual({})
})
