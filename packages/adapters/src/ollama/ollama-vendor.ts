import type { Vendor } from '../vendor/vendor.ts'
import { connectOllama } from './connect-ollama.ts'
import { toOllamaRequest } from './to-ollama-request.ts'

/** A server of Ollama's. */
export const ollamaVendor: Vendor = {
  provider: 'ollama',
  keyNames: ['OLLAMA_API_KEY'],
  keyRequired: false,
  baseURLNames: ['OLLAMA_API_BASE', 'OLLAMA_BASE_URL', 'OLLAMA_URL', 'OLLAMA_HOST'],
  baseURL: 'http://127.0.0.1:11434',
  takesHost: true,
  local: true,
  handsOn: (model) => /[:-]cloud$/.test(model),
  priceProvider: undefined,
  capabilities: { jsonSchema: true, jsonObject: true, tools: true },
  generateStreams: true,
  wholeWhen: 'ended',
  unknownModelAdvice: (model) => `Run \`ollama pull ${model}\`.`,
  body: toOllamaRequest,
  connect: connectOllama,
  explain: () => undefined,
}
