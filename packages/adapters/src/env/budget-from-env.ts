import { Budget } from '@ockham/core'
import type { Environment } from '../internal/environment.ts'
import type { SetVariables } from './read-variables.ts'
import { sharedByEnvironment } from './shared-by-environment.ts'

const budgets = sharedByEnvironment((name) => {
  const [variable = '', usd] = name.split('=')
  return new Budget({ name: variable, usd: Number(usd) })
})

/** The budget of the process, or of a module that has its own; undefined for none. */
export function budgetFromEnv(env: Environment, { maxCostUSD }: SetVariables): Budget | undefined {
  return maxCostUSD && budgets(env, `${maxCostUSD.name}=${maxCostUSD.value}`)
}
