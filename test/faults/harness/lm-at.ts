import { lm as byName, type VendorOptions } from '@ockham/adapters'
import type { LM } from '@ockham/core'
import type { Wall } from '../wall/wall.ts'
import type { Wire } from '../wall/wires/wire.ts'

/** A wire, or a server that speaks OpenAI's somehow. */
export type Speech = Wire['name'] | 'compatible'

/** The provider that speaks a wire, and where on the wall it is found. */
const places: Readonly<Record<Speech, { provider: string; path: string }>> = {
  openai: { provider: 'openai', path: '/v1' },
  anthropic: { provider: 'anthropic', path: '' },
  ollama: { provider: 'ollama', path: '' },
  gemini: { provider: 'gemini', path: '/v1beta' },
  // A server of which nothing is known.
  compatible: { provider: 'deepinfra', path: '/v1' },
}

/** For a server that is silent on purpose: short, and long enough for a machine that is busy with others. */
export const shortTimeouts = { firstTokenMs: 400, idleMs: 300 } as const

/** For all others: what trips these is a fault of ours. */
const longTimeouts = { firstTokenMs: 10_000, idleMs: 10_000, totalMs: 20_000 } as const

/** The LM of a model on the wall. */
export function lmAt(
  wall: Wall,
  model: string,
  options: VendorOptions = {},
  wire: Speech = 'openai',
): LM {
  const { provider, path } = places[wire]
  return byName(provider, model, {
    baseURL: `${wall.url}${path}`,
    // An account of its own: routes of one account share its limits and its bill.
    apiKey: `sk-wall-${model.replaceAll('~', '-')}-0123456789`,
    env: {},
    ...options,
    timeouts: { ...longTimeouts, ...options.timeouts },
  })
}
