import type { Price } from '../prompt/respond.ts'

/** How able a simulated model is, and what it costs. Probabilities are in [0, 1]. */
export interface Tier {
  readonly model: string
  /** That it follows a rule it was told. */
  readonly obey: number
  /** What one demonstration of a rule adds: n of them are followed with probability 1 - exp(-eta n). */
  readonly eta: number
  /** Rules it can hold; of more, each is held with probability capacity / rules. */
  readonly capacity: number
  /** That it writes something else than it knows. */
  readonly slip: number
  /** That its reply is not in the format. */
  readonly formatFailure: number
  /** What it loses in long prompts: all it knows counts 1 / (1 + dilution ln(1 + tokens / context)). */
  readonly dilution: number
  readonly contextTokens: number
  readonly price: Price
  readonly latencyMs: number
}
