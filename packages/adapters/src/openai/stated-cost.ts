import type { WireObject } from '../internal/wire-object.ts'

/** The price that a `usage` object states, in US dollars; Perplexity has it as the total of a bill. */
export function statedCost(usage: WireObject): number | undefined {
  return usage.number('cost') ?? usage.object('cost')?.number('total_cost')
}
