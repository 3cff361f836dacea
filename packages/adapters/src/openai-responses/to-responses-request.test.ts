import { type LMRequest, UnsupportedFeatureError } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { openai } from '../openai/openai.ts'

test('every setting and every kind of message has its place in the body', async () => {
  await using server = await scriptedServer((response) => {
    response.writeHead(418).end('{}')
  })
  const schema = { type: 'object' }
  const request: LMRequest = {
    messages: [
      { role: 'system', content: 'Be brief.' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'See' },
          { type: 'image', url: 'https://x.test/a.png' },
          { type: 'file', data: 'data:application/pdf;base64,QQ==', filename: 'a.pdf' },
          { type: 'document', data: 'Words.', mediaType: 'text/plain', title: 'T' },
        ],
      },
      { role: 'assistant', content: '', toolCalls: [{ id: 'c', name: 'add', arguments: '{}' }] },
      { role: 'tool', content: '3', toolCallId: 'c' },
      { role: 'assistant', content: 'It is 3.' },
    ],
    config: {
      temperature: 0.5,
      topP: 0.9,
      maxTokens: 10,
      logprobs: 3,
      seed: 1,
      reasoningEffort: 'low',
      responseFormat: { type: 'json_schema', name: 'out', schema, strict: true },
      tools: [{ name: 'add', description: 'adds', parameters: schema }],
      toolChoice: { name: 'add' },
      extra: { service_tier: 'flex' },
    },
  }
  await caught(
    openai('gpt-4o', { api: 'responses', baseURL: server.url, apiKey: 'sk' }).generate(request),
  )
  expect(server.requests[0]?.body).toEqual({
    model: 'gpt-4o',
    input: [
      { role: 'system', content: 'Be brief.' },
      {
        role: 'user',
        content: [
          { type: 'input_text', text: 'See' },
          { type: 'input_image', image_url: 'https://x.test/a.png', detail: 'auto' },
          {
            type: 'input_file',
            file_data: 'data:application/pdf;base64,QQ==',
            filename: 'a.pdf',
          },
          { type: 'input_text', text: 'T\n\nWords.' },
        ],
      },
      { type: 'function_call', call_id: 'c', name: 'add', arguments: '{}' },
      { type: 'function_call_output', call_id: 'c', output: '3' },
      { role: 'assistant', content: 'It is 3.' },
    ],
    store: false,
    temperature: 0.5,
    top_p: 0.9,
    max_output_tokens: 10,
    include: ['message.output_text.logprobs'],
    top_logprobs: 3,
    reasoning: { effort: 'low', summary: 'auto' },
    text: { format: { type: 'json_schema', name: 'out', schema, strict: true } },
    tools: [
      { type: 'function', name: 'add', description: 'adds', parameters: schema, strict: false },
    ],
    tool_choice: { type: 'function', name: 'add' },
    service_tier: 'flex',
  })
})

test.for([
  ['n', { n: 2 }],
  ['stop', { stop: ['END'] }],
] as const)('%s is refused before any call', async ([, setting]) => {
  const model = openai('gpt-4o', { api: 'responses', apiKey: 'sk', ...(setting as object) })
  expect(await caught(model.generate(hello))).toBeInstanceOf(UnsupportedFeatureError)
})
