import { isDeepStrictEqual } from 'node:util'
import { type Demo, exampleInputs, type Module, OptionError, StateError } from '@ockham/core'
import { checkDataRoles } from '../run/data-roles.ts'
import type { ResolvedSelection } from './cheapest-adequate-options.ts'

interface SelectionInput<Gold extends object, Outputs extends object> {
  readonly program: Module<never, Outputs>
  readonly devset: readonly Gold[]
  readonly trainset?: readonly Gold[]
}

/**
 * Checks that no example of the devset is shown by the program, or by a prompt that it may get, and that there is something
 * to make prompts from where these are chosen. Throws `OptionError`, and `EmptyDatasetError` for a trainset without examples.
 */
export function checkSelectionData<Gold extends object, Outputs extends object>(
  { assignment, prompts }: ResolvedSelection<Gold, Outputs>,
  { program, devset, trainset }: SelectionInput<Gold, Outputs>,
): void {
  checkDemos('the program', program, devset)
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
      if (!devset.some((gold) => isShown(gold, demo))) continue
      throw new OptionError(
        'devset',
        `has an example that ${owner} shows as a demonstration: ${JSON.stringify(demo).slice(0, 200)}. ` +
          'What is certified must be on other examples.',
      )
    }
  }
}

/** By all of its inputs: a step in between may share one of them with many examples. */
function isShown(gold: object, demo: Demo): boolean {
  const inputs = Object.entries(exampleInputs(gold))
  return inputs.length > 0 && inputs.every(([name, value]) => isDeepStrictEqual(demo[name], value))
}
