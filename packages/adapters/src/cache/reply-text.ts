import type { LMResponse } from '@ockham/core'

/** A change of how replies are written needs a new number; what carries another one is not read. */
const formatVersion = 1

/** A reply as a store outside this process keeps it; undefined for what is not JSON. */
export function toReplyText(response: LMResponse): string | undefined {
  try {
    return JSON.stringify({ ockham: formatVersion, response })
  } catch {
    return undefined
  }
}

/** The reply in what a store gave back; undefined when it is not one of ours. */
export function fromReplyText(text: unknown): LMResponse | undefined {
  if (typeof text !== 'string') return undefined
  try {
    const stored: unknown = JSON.parse(text)
    if (typeof stored !== 'object' || stored === null) return undefined
    if (Reflect.get(stored, 'ockham') !== formatVersion) return undefined
    // What a store gives back is checked by `cached`, whatever its type says.
    return Reflect.get(stored, 'response') as LMResponse | undefined
  } catch {
    return undefined
  }
}
