import { answerFaults } from '../__fixtures__/answer-faults.ts'
import { malformedEvents } from '../__fixtures__/malformed-events.ts'
import { streamBytes } from '../__fixtures__/stream-bytes.ts'
import { streamFaults } from '../__fixtures__/stream-faults.ts'
import type { VendorWire } from '../__fixtures__/vendor-wire.ts'
import { openai } from '../openai/openai.ts'

const event = (type: string, fields: object = {}): string =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`

const usage = { input_tokens: 3, output_tokens: 2 }
const content = [{ type: 'output_text', text: 'well' }]
const response = { status: 'completed', error: null, output: [{ type: 'message', content }], usage }

const wire: VendorWire = {
  make: (options) => openai('gpt-4o-mini', { ...options, api: 'responses' }),
  keyName: 'OPENAI_API_KEY',
  contentType: 'text/event-stream; charset=utf-8',
  opening:
    event('response.created', { response: { status: 'in_progress', output: [] } }) +
    event('response.output_item.added', { output_index: 0, item: { type: 'message' } }),
  delta: (delta) => event('response.output_text.delta', { output_index: 0, delta }),
  ending: event('response.completed', { response }),
  overloaded: event('error', { code: 'server_is_overloaded', message: 'Overloaded' }),
  whole: JSON.stringify(response),
  unknownModel: {
    status: 404,
    body: '{"error":{"message":"The model does not exist","code":"model_not_found"}}',
  },
}

streamFaults(wire)
streamBytes(wire)
answerFaults(wire)
malformedEvents(wire, 'event: response.output_text.delta\ndata: {"type": "respon\n\n')
