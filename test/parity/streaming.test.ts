import { Predict, streamify } from '@ockham/core'
import { expect, test } from 'vitest'
import { stubLM } from '../bench/stub-lm.ts'
import { ChatAdapter, JSONAdapter, XMLAdapter } from '@ockham/core'
import { type RecordedSignature, recordedSignature, vectors } from './vectors.ts'

interface StreamVector {
  id: string
  adapter: 'chat' | 'json' | 'xml'
  signature: RecordedSignature
  field: string
  chunks: string[]
  told: string[]
  hasLast: boolean
  parsed: Record<string, string>
}
const adapters = { chat: new ChatAdapter(), json: new JSONAdapter(), xml: new XMLAdapter() }

test.each(vectors<StreamVector>('streaming'))('$id', async ({ adapter, signature, chunks, parsed }) => {
  const lm = stubLM(chunks.join(''), chunks)
  const program = new Predict(recordedSignature(signature))
  const stream = streamify(program)({ question: 'x' }, { lm, adapter: adapters[adapter] } as never)
  const shown: Record<string, string> = {}
  const done: string[] = []
  let restarts = 0
  for await (const event of stream) {
    if (event.type === 'restart') restarts += 1
    if (event.type !== 'field') continue
    shown[event.field] = (shown[event.field] ?? '') + event.delta
    expect(done).not.toContain(event.field)
    if (event.done) done.push(event.field)
  }
  expect([{ ...await stream.prediction }, shown, restarts]).toEqual([parsed, parsed, 0])
})
