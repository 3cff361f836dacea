import { answerFaults } from '../__fixtures__/answer-faults.ts'
import { malformedEvents } from '../__fixtures__/malformed-events.ts'
import { streamBytes } from '../__fixtures__/stream-bytes.ts'
import { streamFaults } from '../__fixtures__/stream-faults.ts'
import type { VendorWire } from '../__fixtures__/vendor-wire.ts'
import { ollama } from './ollama.ts'

const line = (fields: object): string => `${JSON.stringify({ model: 'llama3.2', ...fields })}\n`
const said = (content: string): string =>
  line({ message: { role: 'assistant', content }, done: false })

const wire: VendorWire = {
  make: (options) => ollama('llama3.2', options),
  keyName: 'OLLAMA_API_KEY',
  contentType: 'application/x-ndjson',
  opening: said(''),
  delta: said,
  ending: line({
    message: { role: 'assistant', content: '' },
    done: true,
    done_reason: 'stop',
    prompt_eval_count: 3,
    eval_count: 2,
  }),
  overloaded: line({ error: 'llama runner process has terminated' }),
  unknownModel: { status: 404, body: '{"error":"model \\"llama3.2\\" not found, try pulling it"}' },
}

streamFaults(wire)
malformedEvents(wire, '{"model":"llama3.2","mess\n')
streamBytes(wire)
answerFaults(wire)
