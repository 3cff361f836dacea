import { tokens } from './bill.ts'
import type { Wire } from './wire.ts'

/** One line of a reply. */
function ollamaLine(fields: object): string {
  return `${JSON.stringify({ model: 'wall', created_at: '2026-01-01T00:00:00Z', ...fields })}\n`
}

const last = {
  done: true,
  done_reason: 'stop',
  prompt_eval_count: tokens.input,
  eval_count: tokens.output,
}

const say = (content: string): object => ({ message: { role: 'assistant', content } })

/** Ollama's chat. */
export const ollamaWire: Wire = {
  name: 'ollama',
  model: ({ path, body }) => (path.includes('/api/chat') ? String(body['model']) : undefined),
  streamed: ({ body }) => body['stream'] !== false,
  contentType: 'application/x-ndjson',
  opening: ollamaLine({ ...say(''), done: false }),
  delta: (text) => ollamaLine({ ...say(text), done: false }),
  finish: '',
  usage: '',
  costUSD: 0,
  done: ollamaLine({ ...say(''), ...last }),
  malformed: '{"model": "wall", "mess\n',
  whole: (text) => ollamaLine({ ...say(text), ...last }),
  error: (_status, _code, message) => JSON.stringify({ error: message }),
  streamError: (_status, _code, message) => `${JSON.stringify({ error: message })}\n`,
}
