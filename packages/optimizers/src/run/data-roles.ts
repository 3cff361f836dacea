import { EmptyDatasetError, exampleInputs, OptionError } from '@ockham/core'
import { fingerprint } from './fingerprint.ts'

/** What examples are for: to learn from, to compare candidates on, and to tell in the end how good the chosen one is. */
export interface DataRoles<Gold extends object> {
  readonly trainset: readonly Gold[]
  readonly valset?: readonly Gold[]
  readonly testset?: readonly Gold[]
}

/**
 * Checks that no example has two roles, since a score on what was learned from, or chosen by, is too good. Throws
 * `OptionError`, and `EmptyDatasetError` for a set without examples.
 */
export function checkDataRoles<Gold extends object>(
  roles: DataRoles<Gold> & { readonly devset?: readonly Gold[] },
): void {
  const owners = new Map<string, string>()
  for (const name of ['trainset', 'valset', 'testset', 'devset'] as const) {
    const examples = roles[name]
    if (examples === undefined) continue
    if (examples.length === 0) throw new EmptyDatasetError(name)
    for (const gold of examples) {
      const key = fingerprint(exampleInputs(gold))
      const owner = owners.get(key) ?? name
      owners.set(key, owner)
      if (owner === name) continue
      throw new OptionError(
        name,
        `has an example that \`${owner}\` has too: ${JSON.stringify(exampleInputs(gold)).slice(0, 200)}. ` +
          'Give each example one role.',
      )
    }
  }
}
