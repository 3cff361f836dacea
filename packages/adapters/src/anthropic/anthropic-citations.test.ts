import { ChatAdapter, Predict } from '@ockham/core'
import { expect, test } from 'vitest'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'
import { anthropic } from './anthropic.ts'

const citation = {
  type: 'char_location',
  cited_text: 'Water boils at 100 °C',
  document_index: 0,
  document_title: 'Physics',
  start_char_index: 0,
  end_char_index: 21,
}
const fromPage = { type: 'page_location', cited_text: 'x', document_index: 0, start_page_number: 1 }

const events = [
  { type: 'message_start', message: { usage: { input_tokens: 10, output_tokens: 1 } } },
  { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
  {
    type: 'content_block_delta',
    index: 0,
    delta: { type: 'text_delta', text: '[[ ## answer ## ]]\n100 °C\n' },
  },
  { type: 'content_block_delta', index: 0, delta: { type: 'citations_delta', citation } },
  { type: 'content_block_delta', index: 0, delta: { type: 'citations_delta', citation: fromPage } },
  { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 9 } },
  { type: 'message_stop' },
]

test('a Citations output is asked of the API, not of the prompt, and filled from the reply', async () => {
  await using server = await scriptedServer((response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.end(
      events.map((one) => `event: ${one.type}\ndata: ${JSON.stringify(one)}\n\n`).join(''),
    )
  })
  const cite = new Predict('documents: list[Document], question -> answer, cited: Citations')
  const prediction = await cite(
    {
      documents: [{ data: 'Water boils at 100 °C.', title: 'Physics' }],
      question: 'When does water boil?',
    },
    {
      lm: anthropic('claude-haiku-4-5', { baseURL: server.url, apiKey: 'sk-ant-test' }),
      adapter: new ChatAdapter(),
    },
  )
  expect(prediction).toEqual({
    answer: '100 °C',
    cited: {
      citations: [
        {
          type: 'char_location',
          citedText: 'Water boils at 100 °C',
          documentIndex: 0,
          documentTitle: 'Physics',
          startCharIndex: 0,
          endCharIndex: 21,
        },
      ],
    },
  })
  const body = JSON.stringify(server.requests[0]?.body)
  expect(body).toContain('"citations":{"enabled":true}')
  expect(body).not.toContain('[[ ## cited ## ]]')
})
