import { type Adapter, ChatAdapter, JSONAdapter, signature, XMLAdapter } from '@ockham/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ListenedStream, listenerDifference } from './listener-differences.ts'
import { toldFields } from './told-fields.ts'
import { type RecordedSignature, recordedSignature, vectors } from './vectors.ts'

interface StreamVector extends ListenedStream {
  id: string
  signature: RecordedSignature
}

const adapters = { chat: new ChatAdapter(), json: new JSONAdapter(), xml: new XMLAdapter() }
const recorded = vectors<StreamVector>('streaming')

test.each(recorded)('$id: what is told of each field is what DSPy reads', async (vector) => {
  const { adapter, signature, chunks, field, told, parsed } = vector
  const made = recordedSignature(signature)
  const ours = await toldFields(adapters[adapter], made, chunks)
  // Nothing was taken back: no delta held a piece of a marker.
  const done = ours.done.toSorted()
  expect({ ...ours, done }).toEqual({
    fields: parsed,
    done: Object.keys(parsed).sort(),
    restarts: 0,
    prediction: parsed,
  })
  // What DSPy tells is that too, or has a known reason not to be.
  if (told.join('') !== ours.fields[field]) expect(listenerDifference(vector)).toBeDefined()
})

test('however a recorded reply is cut in two, the same is told', () => {
  for (const { adapter, signature, chunks } of recorded) {
    const reply = chunks.join('')
    const made = recordedSignature(signature)
    const told = (pieces: string[]): string => toldOf(adapters[adapter], made, pieces)
    const whole = told([reply])
    for (let cut = 1; cut < reply.length; cut += 1) {
      const pieces = [reply.slice(0, cut), reply.slice(cut)]
      if (told(pieces) !== whole) expect(told(pieces), JSON.stringify(pieces)).toBe(whole)
    }
  }
})

const made = signature('question -> reasoning, answer')
const pieces = [
  '[[ ## answer ## ]]',
  '[[ ## ',
  '[[',
  ' ## ]]',
  '</answer>',
  '<answer>',
  '</',
  '<b>',
  '{',
  '}',
  '"',
  '",',
  '"answer": "',
  '\\',
  '\n',
  '\r\n',
  ' ',
  '&amp;',
  '🗼',
]
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 12 })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''))
const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 })

test.each(Object.entries(adapters))(
  '%s: whatever the texts and the pieces they come in, the same is told',
  async (_name, adapter) => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ reasoning: text, answer: text }),
        sizes,
        async (values, lengths) => {
          const reply = String(
            adapter.format(made, [{ question: 'x', ...values }], { question: 'y' })[2]?.content,
          )
          const cut = cutBy(reply, lengths)
          expect(toldOf(adapter, made, cut)).toBe(toldOf(adapter, made, [reply]))
          const { fields, done, prediction } = await toldFields(adapter, made, cut)
          expect(fields).toEqual(prediction)
          expect(done.toSorted()).toEqual(['answer', 'reasoning'])
        },
      ),
      { numRuns: 120, seed: 20261121 },
    )
  },
)

/** The text in pieces of these lengths in turn. */
function cutBy(whole: string, lengths: readonly number[]): string[] {
  const cut: string[] = []
  for (let start = 0; start < whole.length; ) {
    const end = start + (lengths[cut.length % lengths.length] ?? 1)
    cut.push(whole.slice(start, end))
    start = end
  }
  return cut
}

function toldOf(
  adapter: Adapter,
  signature: Parameters<Adapter['fieldStream']>[0],
  pieces: readonly string[],
): string {
  const stream = adapter.fieldStream(signature)
  const told = new Map<string, string>()
  for (const deltas of [...pieces.map((piece) => stream.push(piece)), stream.end()]) {
    for (const { field, delta, done } of deltas) {
      told.set(field, `${told.get(field) ?? ''}${delta}${done ? '\0done' : ''}`)
    }
  }
  return JSON.stringify([...told])
}
