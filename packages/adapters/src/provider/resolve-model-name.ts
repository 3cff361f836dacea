import { LMConfigurationError } from '@ockham/core'
import { hosts, makers } from './catalog-entries.ts'
import { catalogNames } from './catalog-models.ts'
import { nearNames } from './near-names.ts'
import { type ModelName, parseModelName } from './parse-model-name.ts'
import { providersOf } from './providers-of.ts'

/** Names that belong to one provider by their form. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/^ft:(gpt-|o\d|davinci|babbage)/, 'openai'],
  [/:[0-9a-f]{64}$/, 'replicate'],
]

/**
 * Provider and model of a model string, or of a bare name that only one provider has; asks no
 * network. Throws `LMConfigurationError` that lists what may have been meant.
 */
export function resolveModelName(text: string, providerNames: readonly string[]): ModelName {
  const known = new Set(providerNames)
  const named = parseModelName(text)
  if (named && known.has(named.provider)) return named
  const name = text.trim()
  const form = forms.find(([pattern, provider]) => known.has(provider) && pattern.test(name))
  if (form) return { provider: form[1], model: name }
  const isPath = name.includes('/')
  const candidates = name === '' ? [] : providersOf(name, (provider) => known.has(provider))
  const [only, ...others] = candidates
  if (only && others.length === 0 && !isPath) return only
  throw new LMConfigurationError(
    `${problem(text, named, candidates.length, known)}${advice(name, candidates, known)} Write ` +
      `"provider/model", such as "openai/gpt-4o-mini"; the providers are ` +
      `${providerNames.join(', ')}. For another server that speaks the wire of OpenAI, use ` +
      'openaiCompatible({ baseURL, model }).',
    { model: text },
  )
}

function problem(
  text: string,
  named: ModelName | undefined,
  count: number,
  known: ReadonlySet<string>,
): string {
  if (named) return `The provider "${named.provider}" is not known in the model string "${text}".`
  if (count > 1) return `The model name "${text}" alone does not tell its provider.`
  const missing = known.has(text.replace(/\/\s*$/, '').trim()) ? 'model' : 'provider'
  return `The ${missing} is missing in the model string "${text}".`
}

function advice(name: string, candidates: ModelName[], known: ReadonlySet<string>): string {
  if (candidates.length > 0) {
    const full = candidates.map(({ provider, model }) => `"${provider}/${model}"`)
    return ` It may be ${[...new Set(full)].join(' or ')}.`
  }
  const near = name === '' ? [] : nearNames(name, catalogStrings(known))
  return near.length === 0 ? '' : ` Did you mean ${near.map((one) => `"${one}"`).join(' or ')}?`
}

function* catalogStrings(known: ReadonlySet<string>): Generator<string> {
  for (const { provider, catalog, serves } of [...makers, ...hosts]) {
    if (!known.has(provider)) continue
    for (const model of catalogNames(catalog)) {
      if (serves?.test(model) ?? true) yield `${provider}/${model}`
    }
  }
}
