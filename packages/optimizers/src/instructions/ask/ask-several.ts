import { type CallOptions, runConcurrently, type Signature } from '@ockham/core'
import { askForText } from './ask-for-text.ts'

const concurrency = 8

/**
 * Asks the same `count` times, each time under a rollout id of its own from `call.rolloutId` on, so that a
 * cache gives different replies. Not every LM can give several completions of one call.
 */
export async function askSeveral(
  signature: Signature,
  inputs: Readonly<Record<string, unknown>>,
  count: number,
  call: CallOptions = {},
): Promise<string[]> {
  const texts: string[] = Array.from({ length: count }, () => '')
  const first = call.rolloutId ?? 0
  await runConcurrently(count, concurrency, async (index) => {
    texts[index] = await askForText(signature, inputs, { ...call, rolloutId: first + index })
  })
  return texts
}
