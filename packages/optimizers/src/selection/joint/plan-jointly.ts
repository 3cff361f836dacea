import { type Module, OptionError } from '@ockham/core'
import type { CompilePlan } from '../../estimate/compile-plan.ts'
import type { ResolvedSelection } from '../cheapest-adequate-options.ts'
import { searchSizeOf } from '../search-size.ts'
import { tunersOf } from './tuners-of.ts'

/**
 * What choosing a model and its prompts would run at most: the tuners; every model with every prompt on the examples that
 * are for searching; of each model the one that is taken, and the reference, on the others. Throws `OptionError` for a tuner
 * without a plan.
 */
export function planJointly<Gold extends object, Outputs extends object>(
  options: ResolvedSelection<Gold, Outputs>,
  program: Module<never, Outputs>,
  { devset, trainset }: { readonly devset: readonly Gold[]; readonly trainset?: readonly Gold[] },
): CompilePlan {
  const { models, requirement, prompts, concurrency } = options
  const tuners = trainset === undefined ? [] : Object.entries(tunersOf(options))
  const plans = tuners.map(([name, tuner]) => {
    const plan = trainset && tuner.plan?.(program, { trainset })
    if (plan) return plan
    throw new OptionError('tuners', `has \`${name}\`, which has no \`plan\`.`)
  })
  const sum = (part: 'evaluations' | 'teacherRuns' | 'prompts'): number =>
    plans.reduce((total, plan) => total + plan[part], 0)
  const given = Object.keys(prompts.variants).length
  // All but the demonstrations themselves may be tried with these too.
  const shown = tuners.length > 0 ? given + tuners.length - 1 : 0
  const search = searchSizeOf(options, devset.length)
  const each = (1 + given + tuners.length + shown) * search + (devset.length - search)
  const reference = requirement.kind === 'reference' ? devset.length : 0
  return {
    evaluations: sum('evaluations') + models.length * each + reference,
    teacherRuns: sum('teacherRuns'),
    prompts: sum('prompts'),
    concurrency,
  }
}
