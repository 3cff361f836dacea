import { type Module, OptionError } from '@ockham/core'
import type { StepSpend } from '../../combine/better-together-options.ts'
import type { Optimizer } from '../../optimizer.ts'

/** Where the prompts come from that models are tried with, beside the program's own. */
export interface PromptSources<Gold extends object, Outputs extends object> {
  /**
   * With `assignment: 'joint'`, what makes prompts of the trainset, by the name of the prompt: each of these optimizers tunes
   * the program with the reference, or with the best model where there is a floor. `demos`, which shows runs of that
   * model, is there unless another is given.
   */
  tuners?: Readonly<Record<string, Optimizer<Gold, NoInfer<Outputs>, StepSpend>>>
  /** With `assignment: 'joint'`, programs whose prompts are tried too, by name: such as one that was tuned before. */
  variants?: Readonly<Record<string, Module<never, NoInfer<Outputs>>>>
}

/** The name of the program's own prompt. */
export const seedName = 'seed'
/** The name of the prompt that shows runs of the best model. */
export const demosName = 'demos'

/** Fills in the defaults; throws `OptionError` for names that a report could not tell apart, and where no prompt is chosen. */
export function resolvePromptSources<Gold extends object, Outputs extends object>(
  { tuners = {}, variants = {} }: PromptSources<Gold, Outputs>,
  assignment: string,
): Required<PromptSources<Gold, Outputs>> {
  for (const [option, sources] of Object.entries({ tuners, variants })) {
    if (assignment !== 'joint' && Object.keys(sources).length > 0) {
      throw new OptionError(option, 'are for `assignment: "joint"`; choose it, or leave them out.')
    }
  }
  const taken = new Set([seedName])
  const names = [...Object.keys(tuners), ...Object.keys(variants)]
  if (!(demosName in tuners)) taken.add(demosName)
  for (const name of names) {
    if (taken.has(name)) {
      throw new OptionError(
        name in variants ? 'variants' : 'tuners',
        `cannot have "${name}", which is the name of another prompt; choose another.`,
      )
    }
    taken.add(name)
  }
  return { tuners, variants }
}
