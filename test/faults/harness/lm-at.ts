import { lm as byName, type VendorOptions } from '@ockham/adapters'
import type { LM } from '@ockham/core'
import type { Wall } from '../wall/wall.ts'
import type { Wire } from '../wall/wires/wire.ts'

/** The provider that speaks a wire, and where on the wall it is found. */
const places: Readonly<Record<Wire['name'], { provider: string; path: string }>> = {
  openai: { provider: 'openai', path: '/v1' },
  anthropic: { provider: 'anthropic', path: '' },
  ollama: { provider: 'ollama', path: '' },
  gemini: { provider: 'gemini', path: '/v1beta' },
}

/** Limits short enough for a test, and long enough for a machine that is busy with others. */
export const shortTimeouts = { firstTokenMs: 600, idleMs: 400, totalMs: 8_000 } as const

/** The LM of a model on the wall. */
export function lmAt(
  wall: Wall,
  model: string,
  options: VendorOptions = {},
  wire: Wire['name'] = 'openai',
): LM {
  const { provider, path } = places[wire]
  return byName(provider, model, {
    baseURL: `${wall.url}${path}`,
    apiKey: 'sk-wall-0123456789',
    env: {},
    ...options,
    timeouts: { ...shortTimeouts, ...options.timeouts },
  })
}
