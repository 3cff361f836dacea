import { tokens } from './bill.ts'
import type { Wire } from './wire.ts'

const message = {
  id: 'msg_wall',
  type: 'message',
  role: 'assistant',
  model: 'wall',
  stop_sequence: null,
}

/** One event of a stream. */
function anthropicEvent(type: string, fields: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`
}

/** Anthropic's messages. */
export const anthropicWire: Wire = {
  name: 'anthropic',
  model: ({ path, body }) => (path.includes('/v1/messages') ? String(body['model']) : undefined),
  streamed: ({ body }) => body['stream'] === true,
  contentType: 'text/event-stream',
  opening:
    anthropicEvent('message_start', {
      message: {
        ...message,
        content: [],
        stop_reason: null,
        usage: { input_tokens: tokens.input, output_tokens: 1 },
      },
    }) +
    anthropicEvent('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }),
  delta: (text) =>
    anthropicEvent('content_block_delta', { index: 0, delta: { type: 'text_delta', text } }),
  finish:
    anthropicEvent('content_block_stop', { index: 0 }) +
    anthropicEvent('message_delta', {
      delta: { stop_reason: 'end_turn', stop_sequence: null },
      usage: { output_tokens: tokens.output },
    }),
  usage: '',
  costUSD: 0,
  done: anthropicEvent('message_stop', {}),
  malformed: 'event: content_block_delta\ndata: {"type": "content_bl\n\n',
  whole: (text) =>
    JSON.stringify({
      ...message,
      content: [{ type: 'text', text }],
      stop_reason: 'end_turn',
      usage: { input_tokens: tokens.input, output_tokens: tokens.output },
    }),
  error: (_status, type, text) => JSON.stringify({ type: 'error', error: { type, message: text } }),
  streamError: (_status, type, text) => anthropicEvent('error', { error: { type, message: text } }),
}
