import { answerFaults } from '../__fixtures__/answer-faults.ts'
import { malformedEvents } from '../__fixtures__/malformed-events.ts'
import { streamBytes } from '../__fixtures__/stream-bytes.ts'
import { streamFaults } from '../__fixtures__/stream-faults.ts'
import type { VendorWire } from '../__fixtures__/vendor-wire.ts'
import { cohere } from './cohere.ts'

const event = (type: string, fields: object): string =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`
const content = (type: string, fields: object): string =>
  event(type, { index: 0, delta: { message: { content: fields } } })

const wire: VendorWire = {
  make: (options) => cohere('command-a-03-2025', options),
  keyName: 'COHERE_API_KEY',
  contentType: 'text/event-stream',
  opening:
    event('message-start', { id: 'm', delta: { message: { role: 'assistant', content: [] } } }) +
    content('content-start', { type: 'text', text: '' }),
  delta: (text) => content('content-delta', { text }),
  ending:
    event('content-end', { index: 0 }) +
    event('message-end', {
      delta: {
        finish_reason: 'COMPLETE',
        usage: { tokens: { input_tokens: 3, output_tokens: 2 } },
      },
    }) +
    'data: [DONE]\n\n',
  overloaded: event('message-end', { delta: { finish_reason: 'ERROR', error: 'overloaded' } }),
  unknownModel: { status: 404, body: '{"message":"model \'command-x\' not found"}' },
}

streamFaults(wire)
malformedEvents(wire, 'event: content-delta\ndata: {"type":"content-del\n\n')
streamBytes(wire)
answerFaults(wire)
