import { OptionError } from '../../errors/option-error.ts'
import { isLM } from '../../lm/is-lm.ts'
import type { LM } from '../../lm/lm.ts'
import type { AnyProgram } from '../../module/program.ts'
import { type RolloutOptions, resolveRolloutOptions } from '../rollouts/rollout-options.ts'

/** What Refine may be told. */
export interface RefineOptions<P extends AnyProgram> extends RolloutOptions<P> {
  /** How predictions are scored, in words for the LM that advises; the name of `rewardFn` by default. */
  rewardDescription?: string
  /** Who advises; else the LM of the surrounding settings, else that of the module's first predictor. */
  adviceLM?: LM
}

/** Options of which only the adviser may be absent. */
type Resolved<P extends AnyProgram> = Required<Omit<RefineOptions<P>, 'adviceLM'>> &
  Pick<RefineOptions<P>, 'adviceLM'>

/** The options with every default filled in; throws `OptionError`. */
export function resolveRefineOptions<P extends AnyProgram>(options: RefineOptions<P>): Resolved<P> {
  const { adviceLM } = options
  const resolved = resolveRolloutOptions(options)
  const rewardDescription = options.rewardDescription ?? nameOf(resolved.rewardFn)
  if (adviceLM === undefined) return { ...resolved, rewardDescription }
  if (!isLM(adviceLM)) {
    throw new OptionError('adviceLM', 'must be an LM: an object with model, generate and stream.')
  }
  return { ...resolved, rewardDescription, adviceLM }
}

// A function that was written in the options is called after the option, which says nothing.
function nameOf({ name }: { readonly name: string }): string {
  return name === '' || name === 'rewardFn' ? 'not told' : name
}
