import type { LM } from '@ockham/core'
import { openaiWire } from '../openai-responses/openai-wire.ts'
import type { Vendor } from '../vendor/vendor.ts'
import { vendorLM } from '../vendor/vendor-lm.ts'
import type { VendorOptions } from '../vendor/vendor-options.ts'
import { billedTo } from './billed-to.ts'
import { isReasoningModel } from './is-reasoning-model.ts'
import type { OpenAIDialect } from './openai-dialect.ts'
import { openaiVendor } from './openai-vendor.ts'

const dialect: OpenAIDialect = { asksStreamUsage: true, hasReasoningModels: true }

/** Options of a model of OpenAI's. */
export interface OpenAIOptions extends VendorOptions {
  /** Which API to speak; `chat` completions by default. */
  api?: 'chat' | 'responses'
}

/** An OpenAI model, such as `openai('gpt-4o-mini')` or `openai('gpt-5', { api: 'responses' })`. */
export function openai(model: string, options: OpenAIOptions = {}): LM {
  const { api = 'chat', ...rest } = options
  const { env = process.env } = rest
  const wire = openaiWire(api, dialect)
  const connect: Vendor['connect'] = (connection) =>
    wire.connect({ ...connection, headers: { ...billedTo(env), ...connection.headers } })
  // Only this API tells what a model thought.
  const reasoning = api === 'responses' && isReasoningModel(model)
  const capabilities = { ...openaiVendor.capabilities, ...(reasoning && { reasoning }) }
  return vendorLM({ ...openaiVendor, ...wire, capabilities, connect }, model, rest)
}
