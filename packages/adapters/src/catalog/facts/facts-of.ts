import type { ModelKey } from '../name/model-key.ts'
import { nameVariants } from '../name/name-variants.ts'
import type { ModelFacts } from './model-facts.ts'
import { readFacts } from './read-facts.ts'
import { snapshot } from './snapshot.ts'

/**
 * What the snapshot says of a model; of one that a gateway passes on, what holds for the model itself
 * wherever it runs, which its price does not.
 */
export function factsOf({ provider, model }: ModelKey): ModelFacts | undefined {
  const names = nameVariants(model)
  const own = row(provider.name, names)
  if (own !== undefined) {
    const { rates, ...facts } = readFacts(own.row)
    return own.name === names[0] ? { ...facts, rates } : { ...facts, kinRates: rates }
  }
  const passedOn = origin(provider.passesOn, model)
  const original = passedOn && row(passedOn.provider, passedOn.names)
  if (original === undefined) return undefined
  const { rates: _, tierFactors: _1, ...facts } = readFacts(original.row)
  return { ...facts, tierFactors: {} }
}

function row(
  provider: string,
  names: readonly string[],
): { name: string; row: string } | undefined {
  const models = snapshot().get(provider)
  for (const name of names) {
    const found = models?.get(name)
    if (found) return { name, row: found.row }
  }
  return undefined
}

function origin(
  passesOn: Readonly<Record<string, string>> | undefined,
  model: string,
): { provider: string; names: readonly string[] } | undefined {
  const slash = model.indexOf('/')
  const provider = passesOn?.[model.slice(0, Math.max(slash, 0)).toLowerCase()]
  if (provider === undefined) return undefined
  // OpenRouter's `:free` and the like; its dots where Anthropic writes dashes.
  const bare = model.slice(slash + 1).replace(/:[\w-]+$/, '')
  const name = provider === 'anthropic' ? bare.replaceAll('.', '-') : bare
  return { provider, names: nameVariants(name) }
}
