import type { Environment } from '../internal/environment.ts'
import { nearNames } from '../provider/near-names.ts'
import { variables } from './variables.ts'

const warned = new Set<string>()

/** Warns once of each variable whose name is nearly one that is read. */
export function warnOfTypos(env: Environment, prefixes: readonly string[]): void {
  const plain = Object.values(variables).map(({ name }) => name)
  const ours = plain.filter((name) => name.startsWith('LLM_'))
  const known = [...plain, ...prefixes.flatMap((prefix) => ours.map((name) => prefix + name))]
  for (const [name, value] of Object.entries(env)) {
    const isOurs = prefixes.some((prefix) => name.startsWith(`${prefix}LLM_`))
    if (!isOurs || !value?.trim() || known.includes(name) || warned.has(name)) continue
    const meant = nearNames(name, known)[0] ?? known.find((each) => each.startsWith(`${name}_`))
    if (meant === undefined) continue
    warned.add(name)
    process.emitWarning(`${name} is set, and nothing reads it. Did you mean ${meant}?`, {
      code: 'OCKHAM_ENVIRONMENT',
    })
  }
}
