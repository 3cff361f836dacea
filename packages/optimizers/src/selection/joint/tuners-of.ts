import type { StepSpend } from '../../combine/better-together-options.ts'
import { BootstrapFewShot } from '../../demos/bootstrap-few-shot.ts'
import type { Optimizer } from '../../optimizer.ts'
import type { ResolvedSelection } from '../cheapest-adequate-options.ts'
import { demosName } from './prompt-sources.ts'

/** The tuners that were given, and one for demonstrations unless that is given too. */
export function tunersOf<Gold extends object, Outputs extends object>({
  metric,
  prompts,
  seed,
  concurrency,
}: ResolvedSelection<Gold, Outputs>): Readonly<
  Record<string, Optimizer<Gold, Outputs, StepSpend>>
> {
  // Labelled examples are worth showing even where no run of the teacher is.
  const maxErrors = Number.POSITIVE_INFINITY
  const demos = new BootstrapFewShot<Gold, Outputs>({ metric, seed, concurrency, maxErrors })
  return { [demosName]: demos, ...prompts.tuners }
}
