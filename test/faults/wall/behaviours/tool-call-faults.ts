import { openaiChunk, openaiDelta } from '../wires/openai-wire.ts'
import type { Behaviour } from './behaviour.ts'
import { streams } from './streams.ts'

/** A reply that only calls tools; each list is the `tool_calls` of one chunk. */
function calls(...chunks: readonly (readonly object[])[]): Behaviour {
  return streams((call) => {
    call.bill()
    return (
      call.wire.opening +
      chunks.map((list) => openaiDelta({ tool_calls: list })).join('') +
      openaiDelta({}, 'tool_calls') +
      call.wire.usage +
      call.wire.done
    )
  })
}

const part = (args: unknown, more: object = {}): object => ({
  function: { arguments: args },
  ...more,
})
const named = (name: string, args: unknown, more: object = {}): object => ({
  type: 'function',
  function: { name, arguments: args },
  ...more,
})

/** Tool calls in every shape that servers give them: F24. */
export const toolCallFaults: Readonly<Record<string, Behaviour>> = {
  'f24-pieces': calls(
    [named('look_up', '', { index: 0, id: 'a' })],
    [part('{"city": "Z\\u00', { index: 0 })],
    [part('fcri', { index: 0 })],
    [part('ch\\', { index: 0 })],
    [part('n"}', { index: 0 })],
  ),
  'f24-name-split': calls(
    [named('look', '', { index: 0, id: 'a' })],
    [named('_up', '{"city": ', { index: 0 })],
    [part('"Z"}', { index: 0 })],
  ),
  'f24-name-repeated': calls(
    [named('look_up', '{"ci', { index: 0, id: 'a' })],
    [named('look_up', 'ty": "Z"}', { index: 0, id: 'a' })],
  ),
  'f24-interleaved': calls(
    [
      named('look_up', '{"city"', { index: 0, id: 'a' }),
      named('roll', '{"sides"', { index: 1, id: 'b' }),
    ],
    [part(': "Z"}', { index: 0 }), part(': 6', { index: 1 })],
    [part('}', { index: 1 })],
  ),
  'f24-no-index': calls(
    [named('look_up', '{"city"', { id: 'a' })],
    [part(': "Z"}')],
    [named('roll', '{"sides"', { id: 'b' })],
    [part(': 6}')],
  ),
  'f24-no-index-no-id': calls([named('look_up', '{"city": "Z"}')], [named('roll', '{"sides": 6}')]),
  'f24-same-chunk-no-index': calls([
    named('look_up', '{"city": "Z"}'),
    named('roll', '{"sides": 6}'),
  ]),
  'f24-index-always-0': calls(
    [named('look_up', '{"city": "Z"}', { index: 0, id: 'a' })],
    [named('roll', '{"sides": 6}', { index: 0, id: 'b' })],
  ),
  'f24-no-id': calls(
    [named('look_up', '{"city": "Z"}', { index: 0 })],
    [named('roll', '{"sides": 6}', { index: 1 })],
  ),
  'f24-same-id': calls(
    [named('look_up', '{"city": "Z"}', { index: 0, id: 'a' })],
    [named('roll', '{"sides": 6}', { index: 1, id: 'a' })],
  ),
  'f24-empty': calls([named('now', '', { index: 0, id: 'a' })]),
  'f24-null': calls([named('now', null, { index: 0, id: 'a' })]),
  'f24-null-text': calls([named('now', 'null', { index: 0, id: 'a' })]),
  'f24-braces': calls([named('now', '{}', { index: 0, id: 'a' })]),
  'f24-object': calls([named('look_up', { city: 'Z' }, { index: 0, id: 'a' })]),
  'f24-invalid': calls([named('look_up', '{"city": ', { index: 0, id: 'a' })]),
  'f24-stop': streams((call) => {
    call.bill()
    const list = [named('look_up', '{"city": "Z"}', { index: 0, id: 'a' })]
    return openaiDelta({ tool_calls: list }, 'stop') + call.wire.usage + call.wire.done
  }),
  'f19-malformed-call': streams(({ wire }) => {
    const call = (args: string): string =>
      openaiDelta({ tool_calls: [named('roll', args, { index: 0 })] })
    return (
      call('{"sides"') + wire.malformed + call(': 6}') + openaiDelta({}, 'tool_calls') + wire.done
    )
  }),
  // Half a call is no call, whatever the server lets on.
  'f24-cut': streams(() => {
    const list = [named('look_up', '{"city": ', { index: 0, id: 'a' })]
    return openaiChunk({ choices: [{ index: 0, delta: { tool_calls: list } }] })
  }, 'cut'),
}
