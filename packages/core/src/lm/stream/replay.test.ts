import { expect, test } from 'vitest'
import { drain } from '../__fixtures__/drain.ts'
import { reply } from '../__fixtures__/reply.ts'
import type { LMResponse } from '../lm-response.ts'
import { replay } from './replay.ts'

test('each output is one reasoning, one text and one delta for each tool call, then finish', async () => {
  const response: LMResponse = {
    ...reply('unused'),
    outputs: [
      { text: 'yes', reasoning: 'because', finishReason: 'stop' },
      {
        text: '',
        toolCalls: [
          { id: '1', name: 'add', arguments: '{}' },
          { id: '2', name: 'sub', arguments: '{"a":1}' },
        ],
        finishReason: 'tool_calls',
      },
    ],
  }
  const { events } = await drain(replay(response))
  expect(events).toEqual([
    { type: 'reasoning-delta', index: 0, text: 'because' },
    { type: 'text-delta', index: 0, text: 'yes' },
    { type: 'tool-call-delta', index: 1, call: 0, id: '1', name: 'add', arguments: '{}' },
    { type: 'tool-call-delta', index: 1, call: 1, id: '2', name: 'sub', arguments: '{"a":1}' },
    { type: 'finish', response },
  ])
})
