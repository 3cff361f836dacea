import { OptionError } from '../../errors/option-error.ts'
import { isLM } from '../../lm/is-lm.ts'
import type { LM } from '../../lm/lm.ts'
import { currentScope, inScope } from '../../settings/scope.ts'

/** What a metric that asks an LM may be told of it. */
export interface OwnLM {
  /** Who judges; without it the LM that the surroundings set. */
  readonly lm?: LM
}

/** The LM that options name, if they do; throws `OptionError` when it is none. */
export function ownLM({ lm }: OwnLM): LM | undefined {
  if (lm === undefined || isLM(lm)) return lm
  throw new OptionError('lm', 'must be an LM: an object with model, generate and stream.')
}

/** Asks a judge. One with an LM of its own does not take the LM and settings of the calls around it. */
export function askJudge<Result>(judge: { getLM(): LM | undefined }, ask: () => Result): Result {
  if (judge.getLM() === undefined) return ask()
  const { signal } = currentScope().call
  return inScope({ call: signal ? { signal } : {} }, ask)
}
