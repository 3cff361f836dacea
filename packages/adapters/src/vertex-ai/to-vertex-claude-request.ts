import { toAnthropicRequest } from '../anthropic/to-anthropic-request.ts'
import type { VendorRequest } from '../vendor/vendor.ts'

/** The body of `:streamRawPredict` for a Claude model, whose name stands in the address instead. */
export function toVertexClaudeRequest(request: VendorRequest): object {
  const body = Object.entries(toAnthropicRequest(request)).filter(([name]) => name !== 'model')
  return { anthropic_version: 'vertex-2023-10-16', ...Object.fromEntries(body) }
}
