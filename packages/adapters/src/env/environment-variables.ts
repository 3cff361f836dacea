import { variables } from './variables.ts'

/** One variable of the environment, as it is documented. */
export interface EnvironmentVariable {
  readonly name: string
  /** What it may be. */
  readonly type: string
  readonly default: string
  readonly meaning: string
}

/** Every variable that `lmFromEnv` reads beside the vendors' keys and addresses. */
export const environmentVariables: readonly EnvironmentVariable[] = Object.values(variables).map(
  ({ name, kind, default: fallback, meaning }) => ({
    name,
    type: kind.allowed,
    default: fallback,
    meaning,
  }),
)
