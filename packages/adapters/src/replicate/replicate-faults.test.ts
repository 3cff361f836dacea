import { answerFaults } from '../__fixtures__/answer-faults.ts'
import { streamBytes } from '../__fixtures__/stream-bytes.ts'
import { streamFaults } from '../__fixtures__/stream-faults.ts'
import type { VendorWire } from '../__fixtures__/vendor-wire.ts'
import { replicate } from './replicate.ts'

const event = (name: string, data: string): string =>
  `event: ${name}\nid: 1:0\n${data.replace(/^/gm, 'data: ')}\n\n`

const wire: VendorWire = {
  make: (options) => replicate('meta/meta-llama-3-8b-instruct', options),
  keyName: 'REPLICATE_API_KEY',
  contentType: 'text/event-stream',
  opening: `: hi\n\n${event('logs', 'starting')}`,
  delta: (text) => event('output', text),
  ending: event('done', '{}'),
  overloaded: event('error', '{"detail":"no capacity"}'),
  whole: '{"status":"succeeded","output":["we","ll"],"error":null}',
  unknownModel: {
    status: 404,
    body: '{"detail":"The requested resource could not be found.","status":404}',
  },
}

streamFaults(wire)
streamBytes(wire)
answerFaults(wire)
