import { LMConfigurationError } from '@ockham/core'
import { type Environment, firstSet } from '../internal/environment.ts'
import { mayShow } from './may-show.ts'
import type { Variable } from './variable.ts'
import { type VariableValues, variables } from './variables.ts'

/** A value that was set, with the name of the variable that has it. */
export interface SetVariable<T> {
  readonly name: string
  readonly value: T
}

/** The values that are set. */
export type SetVariables = {
  readonly [Key in keyof VariableValues]?: SetVariable<VariableValues[Key]>
}

/** The prefixes of the variables to read, the most special first: `ANALYZER_` and none. */
export function prefixesFor(module: string | undefined): readonly string[] {
  if (module === undefined) return ['']
  return [`${module.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}_`, '']
}

/** What is set in the environment; throws `LMConfigurationError` for a value that is not allowed. */
export function readVariables(env: Environment, prefixes: readonly string[]): SetVariables {
  const found: { [Key in keyof VariableValues]?: SetVariable<unknown> } = {}
  for (const [key, variable] of Object.entries(variables)) {
    const value = readVariable<unknown>(env, prefixes, variable)
    // The keys of the table are those of its type.
    if (value) found[key as keyof VariableValues] = value
  }
  // Each value was parsed by the kind that its own row of the table has.
  return found as SetVariables
}

function readVariable<T>(
  env: Environment,
  prefixes: readonly string[],
  { name, kind }: Variable<T>,
): SetVariable<T> | undefined {
  const names = name.startsWith('LLM_') ? prefixes.map((prefix) => prefix + name) : [name]
  for (const each of names) {
    const text = firstSet(env, [each])
    if (text === undefined) continue
    const value = kind.parse(text)
    if (value !== undefined) return { name: each, value }
    const shown = !kind.secret && mayShow(text, env)
    const problem = shown ? `is "${text}"` : 'has a value that cannot be used'
    throw new LMConfigurationError(`${each} ${problem}; it must be ${kind.allowed}.`)
  }
  return undefined
}
