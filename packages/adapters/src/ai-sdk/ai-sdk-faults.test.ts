import { answerFaults } from '../__fixtures__/answer-faults.ts'
import { malformedEvents } from '../__fixtures__/malformed-events.ts'
import { streamBytes } from '../__fixtures__/stream-bytes.ts'
import { streamFaults } from '../__fixtures__/stream-faults.ts'
import type { VendorWire } from '../__fixtures__/vendor-wire.ts'
import { lm } from '../lm.ts'
import { createOpenAICompatible } from './__fixtures__/create-openai-compatible.ts'

const event = (data: object): string => `data: ${JSON.stringify(data)}\n\n`
const choice = (delta: object, finish_reason: string | null = null): string =>
  event({ object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason }] })

const wire: VendorWire = {
  make({ apiKey = '', baseURL = '', ...options }) {
    const lab = createOpenAICompatible({ name: 'lab', baseURL, apiKey })
    return lm(lab('tiny'), options)
  },
  keyName: 'apiKey',
  contentType: 'text/event-stream',
  opening: `: comment\n\n${choice({ role: 'assistant', content: '' })}`,
  delta: (content) => choice({ content }),
  ending: `${choice({}, 'stop')}${event({ choices: [], usage: { prompt_tokens: 3, completion_tokens: 2 } })}data: [DONE]\n\n`,
  overloaded: event({ error: { message: 'overloaded', code: 503 } }),
  whole: JSON.stringify({
    choices: [{ index: 0, message: { role: 'assistant', content: 'well' }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 3, completion_tokens: 2 },
  }),
  readElsewhere: true,
  unknownModel: {
    status: 404,
    body: '{"error":{"message":"The model does not exist","code":"model_not_found"}}',
  },
}

streamFaults(wire)
streamBytes(wire)
answerFaults(wire)
malformedEvents(wire, 'data: {"choices": [{"ind\n\n')
