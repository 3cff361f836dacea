import type { CallOptions, Signature } from '@ockham/core'
import { askEach } from '../../run/ask-each.ts'
import { askForText } from './ask-for-text.ts'

/**
 * Asks the same `count` times, each time under a rollout id of its own from `call.rolloutId` on, so that a
 * cache gives different replies. Not every LM can give several completions of one call. One that fails costs its own
 * reply and no other; throws as `askEach` does.
 */
export function askSeveral(
  signature: Signature,
  inputs: Readonly<Record<string, unknown>>,
  count: number,
  call: CallOptions = {},
): Promise<string[]> {
  const { signal, rolloutId = 0 } = call
  const ask = (index: number): Promise<string> =>
    askForText(signature, inputs, { ...call, rolloutId: rolloutId + index })
  return askEach({ count, signal, ask })
}
