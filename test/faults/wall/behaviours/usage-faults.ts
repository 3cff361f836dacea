import { costUSD, tokens } from '../wires/bill.ts'
import { openaiChunk, openaiDelta } from '../wires/openai-wire.ts'
import type { Behaviour } from './behaviour.ts'
import { half, streams, text } from './streams.ts'

const usage = { prompt_tokens: tokens.input, completion_tokens: tokens.output, cost: costUSD }
const nothing = { prompt_tokens: null, completion_tokens: null }
const zero = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 }
const done = 'data: [DONE]\n\n'
const stop = { index: 0, delta: {}, finish_reason: 'stop' }

/** OpenAI's wire: the text, then these chunks. */
function ends(...chunks: readonly object[]): Behaviour {
  return streams((call) => {
    if (JSON.stringify(chunks).includes('"cost"')) call.bill()
    return text(call) + chunks.map(openaiChunk).join('') + done
  })
}

/** Usage in every place where servers put it: F22. */
export const usageFaults: Readonly<Record<string, Behaviour>> = {
  'f22-last': ends({ choices: [stop] }, { choices: [], usage }),
  'f22-with-finish': ends({ choices: [stop], usage }),
  'f22-then-empty': ends({ choices: [stop] }, { choices: [], usage }, { choices: [] }),
  'f22-then-null': ends({ choices: [stop], usage }, { choices: [], usage: null }),
  'f22-then-nulls': ends({ choices: [stop], usage }, { choices: [], usage: nothing }),
  'f22-then-zero': ends({ choices: [stop], usage }, { choices: [], usage: zero }),
  'f22-twice': ends({ choices: [stop], usage }, { choices: [], usage }),
  'f22-cumulative': streams((call) => {
    call.bill()
    const counts = [1, 4, 9, tokens.output].map((count) => ({ ...usage, completion_tokens: count }))
    const chunks = counts.map((count) => openaiChunk({ choices: [], usage: count }))
    return text(call) + chunks.join('') + openaiChunk({ choices: [stop] }) + done
  }),
  'f22-absent': ends({ choices: [stop] }),
  'f22-null': ends({ choices: [stop], usage: null }),
  'f22-zero': ends({ choices: [stop], usage: zero }),
  'f22-cut': streams((call) => {
    call.bill()
    return half(call) + openaiChunk({ choices: [], usage })
  }, 'cut'),
  // A model that has a price.
  'claude-haiku-4-5': streams(half, 'cut'),
  // What is refused must not have been sent.
  'f22-refuses-options': (call) =>
    'stream_options' in call.request.body
      ? call.send(400, {}, call.wire.error(400, 'unknown_parameter', 'stream_options: unknown'))
      : streams((each) => text(each) + openaiDelta({}, 'stop') + done)(call),
}
