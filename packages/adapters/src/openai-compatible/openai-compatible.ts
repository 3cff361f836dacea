import type { LM, LMCapabilities } from '@ockham/core'
import { vendorLM } from '../vendor/vendor-lm.ts'
import type { VendorOptions } from '../vendor/vendor-options.ts'
import type { CompatibleProvider } from './compatible-provider.ts'
import { compatibleVendor } from './compatible-vendor.ts'

/** Which server to speak to, and what it can do. */
export interface OpenAICompatibleOptions extends VendorOptions {
  baseURL: string
  model: string
  /** The first half of the LM's name; also the provider whose prices hold, when it has any. */
  provider?: string
  capabilities?: LMCapabilities
  /** Which of OpenAI's APIs the server is spoken to in; `chat` completions by default. */
  api?: 'chat' | 'responses'
  /** True when the server accepts `stream_options`, so that streams report their usage. */
  streamUsage?: boolean
  /**
   * True for a server that never sends a finish reason: its streams count as whole when they end
   * cleanly after some text and with no tool call half written.
   */
  finishReasonOptional?: boolean
  /** True for a server on this machine: patient timers, and no cost. */
  local?: boolean
}

const defaults = { provider: 'openai-compatible', capabilities: { jsonObject: true, tools: true } }

/** A model on any server that speaks OpenAI's chat completions; the key is optional. */
export function openaiCompatible(options: OpenAICompatibleOptions): LM {
  const { model, provider, capabilities, streamUsage, finishReasonOptional, local, api, ...rest } =
    {
      ...defaults,
      ...options,
    }
  const row: CompatibleProvider = { name: provider, keyless: true, capabilities }
  if (streamUsage === true) row.asksStreamUsage = true
  if (finishReasonOptional === true) row.finishReasonOptional = true
  if (local === true) row.local = true
  if (provider !== defaults.provider) row.priceProvider = provider
  return vendorLM(compatibleVendor(row, api), model, rest)
}
