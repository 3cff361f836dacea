import { answerFaults } from '../__fixtures__/answer-faults.ts'
import { malformedEvents } from '../__fixtures__/malformed-events.ts'
import { streamBytes } from '../__fixtures__/stream-bytes.ts'
import { streamFaults } from '../__fixtures__/stream-faults.ts'
import type { VendorWire } from '../__fixtures__/vendor-wire.ts'
import { vertexAI } from './vertex-ai.ts'

const event = (data: object): string => `data: ${JSON.stringify(data)}\n\n`
const candidate = (text: string, finishReason?: string): string =>
  event({ candidates: [{ content: { parts: [{ text }], role: 'model' }, finishReason }] })

const wire: VendorWire = {
  make: (options) => vertexAI('gemini-2.5-flash', options),
  keyName: '`apiKey`',
  contentType: 'text/event-stream',
  opening: candidate(''),
  delta: (text) => candidate(text),
  ending: candidate('', 'STOP'),
  overloaded: event({ error: { code: 503, message: 'overloaded', status: 'UNAVAILABLE' } }),
  isStreamed: ({ path }) => path.endsWith(':streamGenerateContent?alt=sse'),
  unknownModel: {
    status: 404,
    body: '[{"error":{"code":404,"message":"Publisher Model was not found","status":"NOT_FOUND"}}]',
  },
}

streamFaults(wire)
malformedEvents(wire, 'data: {"candidates": [{"cont\n\n')
streamBytes(wire)
answerFaults(wire)
