import { answerFaults } from '../__fixtures__/answer-faults.ts'
import { malformedEvents } from '../__fixtures__/malformed-events.ts'
import { streamBytes } from '../__fixtures__/stream-bytes.ts'
import { streamFaults } from '../__fixtures__/stream-faults.ts'
import type { VendorWire } from '../__fixtures__/vendor-wire.ts'
import { anthropic } from './anthropic.ts'

const event = (type: string, fields: object = {}): string =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`

const wire: VendorWire = {
  make: (options) => anthropic('claude-haiku-4-5', options),
  keyName: 'ANTHROPIC_API_KEY',
  contentType: 'text/event-stream; charset=utf-8',
  opening:
    event('message_start', { message: { usage: { input_tokens: 3, output_tokens: 1 } } }) +
    event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }) +
    event('ping'),
  delta: (text) => event('content_block_delta', { index: 0, delta: { type: 'text_delta', text } }),
  ending:
    event('content_block_stop', { index: 0 }) +
    event('message_delta', { delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 2 } }) +
    event('message_stop'),
  overloaded: event('error', { error: { type: 'overloaded_error', message: 'Overloaded' } }),
  unknownModel: {
    status: 404,
    body: '{"type":"error","error":{"type":"not_found_error","message":"model: claude-x"}}',
  },
}

streamFaults(wire)
malformedEvents(wire, 'event: content_block_delta\ndata: {"type": "content_block\n\n')
streamBytes(wire)
answerFaults(wire)
