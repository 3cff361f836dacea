import { OptionError } from '@ockham/core'
import { compatibleProviders } from '../openai-compatible/compatible-providers.ts'
import type { LMOptions, SpecialOptions } from './lm-options.ts'

const compatible = compatibleProviders.flatMap(({ name, aliases = [] }) => [name, ...aliases])

/** Options that only some providers have, with their providers. */
const special: Readonly<Record<keyof SpecialOptions, readonly string[]>> = {
  api: ['openai', 'azure', ...compatible],
  apiVersion: ['azure'],
  region: ['bedrock'],
  project: ['vertex_ai'],
  location: ['vertex_ai'],
}

/** Throws `OptionError` for an option that the provider does not have. */
export function checkOptions(provider: string, options: LMOptions): void {
  for (const [name, owners] of Object.entries(special)) {
    if (Reflect.get(options, name) === undefined || owners.includes(provider)) continue
    const shown =
      owners.length > compatible.length ? 'servers that speak the wire of OpenAI' : owners
    throw new OptionError(name, `is an option of ${shown}; ${provider} does not have it.`)
  }
  const { api = 'chat' } = options
  if (api === 'chat' || api === 'responses') return
  throw new OptionError('api', `must be 'chat' or 'responses'; it is ${JSON.stringify(api)}.`)
}
