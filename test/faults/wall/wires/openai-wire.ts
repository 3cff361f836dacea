import { costUSD, tokens } from './bill.ts'
import type { Wire } from './wire.ts'

const usage = {
  prompt_tokens: tokens.input,
  completion_tokens: tokens.output,
  total_tokens: tokens.input + tokens.output,
  // As OpenRouter reports it: models of the wall are in no price list.
  cost: costUSD,
}

/** One event of a stream. */
export function openaiChunk(fields: object): string {
  return `data: ${JSON.stringify({ id: 'wall', object: 'chat.completion.chunk', ...fields })}\n\n`
}

/** One event with one choice. */
export function openaiDelta(delta: object, finish: string | null = null, index = 0): string {
  return openaiChunk({ choices: [{ index, delta, finish_reason: finish }] })
}

/** OpenAI's chat completions. */
export const openaiWire: Wire = {
  name: 'openai',
  model: ({ path, body }) =>
    path.includes('/chat/completions') ? String(body['model']) : undefined,
  streamed: ({ body }) => body['stream'] === true,
  contentType: 'text/event-stream',
  opening: openaiDelta({ role: 'assistant', content: '' }),
  delta: (text) => openaiDelta({ content: text }),
  finish: openaiDelta({}, 'stop'),
  usage: openaiChunk({ choices: [], usage }),
  costUSD,
  done: 'data: [DONE]\n\n',
  malformed: 'data: {"choices": [{"index": 0, "delta": {"con\n\n',
  whole: (content) =>
    JSON.stringify({
      id: 'wall',
      object: 'chat.completion',
      choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
      usage,
    }),
  error: (_status, code, message) => JSON.stringify({ error: { message, type: code, code } }),
  streamError: (_status, code, message) =>
    `data: ${JSON.stringify({ error: { message, type: code, code } })}\n\n`,
}
