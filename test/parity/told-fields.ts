import { type Adapter, Predict, type Signature, streamify } from '@ockham/core'
import { expect } from 'vitest'
import { stubLM } from '../bench/stub-lm.ts'

export interface Told {
  fields: Record<string, string>
  /** Fields in the order in which they were done. */
  done: string[]
  restarts: number
  prediction: object
}

/** What a stream tells of a reply that comes in these pieces; nothing of a field may come once it is done. */
export async function toldFields(
  adapter: Adapter,
  signature: Signature,
  chunks: readonly string[],
): Promise<Told> {
  const lm = stubLM(chunks.join(''), chunks)
  const stream = streamify(new Predict(signature))({ question: '…' }, { lm, adapter })
  let fields: Record<string, string> = {}
  let done: string[] = []
  let restarts = 0
  for await (const event of stream) {
    if (event.type === 'restart') {
      restarts += 1
      fields = {}
      done = []
    }
    if (event.type !== 'field') continue
    expect(done).not.toContain(event.field)
    fields[event.field] = (fields[event.field] ?? '') + event.delta
    if (event.done) done.push(event.field)
  }
  return { fields, done, restarts, prediction: { ...(await stream.prediction) } }
}
