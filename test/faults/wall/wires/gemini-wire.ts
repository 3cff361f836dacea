import { tokens } from './bill.ts'
import type { Wire } from './wire.ts'

const usageMetadata = {
  promptTokenCount: tokens.input,
  candidatesTokenCount: tokens.output,
  totalTokenCount: tokens.input + tokens.output,
}

function reply(text: string, more: object): object {
  const content = { role: 'model', parts: text === '' ? [] : [{ text }] }
  return { candidates: [{ index: 0, content, ...more }], modelVersion: 'wall' }
}

const event = (fields: object): string => `data: ${JSON.stringify(fields)}\r\n\r\n`

/** Gemini's generateContent. */
export const geminiWire: Wire = {
  name: 'gemini',
  model: ({ path }) => /\/models\/([^:/?]+):(?:streamG|g)enerateContent/.exec(path)?.[1],
  streamed: ({ path }) => path.includes(':streamGenerateContent'),
  contentType: 'text/event-stream',
  opening: event(reply('', {})),
  delta: (text) => event(reply(text, {})),
  finish: event({ ...reply('', { finishReason: 'STOP' }), usageMetadata }),
  usage: '',
  costUSD: 0,
  done: '',
  malformed: 'data: {"candidates": [{"con\r\n\r\n',
  whole: (text) => JSON.stringify({ ...reply(text, { finishReason: 'STOP' }), usageMetadata }),
  error: (status, code, message) =>
    JSON.stringify({ error: { code: status, message, status: code } }),
  streamError: (status, code, message) => event({ error: { code: status, message, status: code } }),
}
