import { type Module, OptionError, StateError } from '@ockham/core'
import { showsExample } from '../../demos/shows-example.ts'
import { checkDataRoles } from '../../run/data-roles.ts'
import type { ResolvedSelection } from '../cheapest-adequate-options.ts'

interface PromptData<Gold extends object, Outputs extends object> {
  readonly program: Module<never, Outputs>
  readonly devset: readonly Gold[]
  readonly trainset?: readonly Gold[]
}

/**
 * Checks that there is something to make prompts from where prompts are chosen, and that nothing in them was learned from
 * the devset. Throws `OptionError`, and `EmptyDatasetError` for a trainset without examples.
 */
export function checkPromptData<Gold extends object, Outputs extends object>(
  { assignment, prompts }: ResolvedSelection<Gold, Outputs>,
  { program, devset, trainset }: PromptData<Gold, Outputs>,
): void {
  if (assignment !== 'joint') {
    if (trainset === undefined) return
    throw new OptionError('trainset', 'is for `assignment: "joint"`; choose it, or leave it out.')
  }
  const variants = Object.entries(prompts.variants)
  const tuners = Object.keys(prompts.tuners)
  if (trainset !== undefined) checkDataRoles<Gold>({ trainset, devset })
  else if (variants.length === 0 || tuners.length > 0) {
    throw new OptionError(
      'trainset',
      'is missing: `assignment: "joint"` makes prompts from it. Pass examples that are not in the devset, ' +
        'or nothing but `variants`: programs with prompts that are finished.',
    )
  }
  checkDemos('the program', program, devset)
  for (const [name, variant] of variants) {
    checkFits(name, variant, program)
    checkDemos(`\`variants.${name}\``, variant, devset)
  }
}

function checkFits(
  name: string,
  variant: Module<never, object>,
  program: Module<never, object>,
): void {
  try {
    program.copy().loadState(variant.dumpState())
  } catch (error) {
    if (!StateError.is(error)) throw error
    const reason = error.message
    throw new OptionError(
      `variants.${name}`,
      `must have the predictors and fields of the program. ${reason}`,
    )
  }
}

function checkDemos(
  owner: string,
  program: Module<never, object>,
  devset: readonly object[],
): void {
  for (const predictor of program.predictors()) {
    for (const demo of predictor.demos) {
      if (!devset.some((gold) => showsExample(predictor, demo, gold))) continue
      throw new OptionError(
        'devset',
        `has an example that ${owner} shows as a demonstration: ${JSON.stringify(demo).slice(0, 200)}. ` +
          'What is certified must be on other examples.',
      )
    }
  }
}
