import { OptionError } from '../../../errors/option-error.ts'
import type { LM } from '../../../lm/lm.ts'
import { type OwnLM, ownLM } from '../own-lm.ts'

/** By what an LM judges, and how. */
export interface JudgeOptions<Verdict extends string> extends OwnLM {
  /** What makes a response good, in words. */
  readonly rubric: string
  /** The verdicts from the worst to the best; "fail" and "pass" by default. Scores go from 0 to 1 in equal steps. */
  readonly scale?: readonly Verdict[]
  /**
   * Asks twice, the verdicts listed once from the worst and once from the best, and takes the mean: judges
   * lean to what they read first, or last. It doubles the cost; false by default.
   */
  readonly bothOrders?: boolean
}

/** The options with every default filled in. */
export interface ResolvedJudgeOptions {
  readonly rubric: string
  readonly scale: readonly string[]
  readonly bothOrders: boolean
  readonly lm: LM | undefined
}

const defaults = { scale: ['fail', 'pass'], bothOrders: false }
const leastVerdicts = 2
// They go into the type of a field.
const notInVerdict = /['"\\[\],\n]/

/** The options with every default filled in; throws `OptionError`. */
export function resolveJudgeOptions(options: JudgeOptions<string>): ResolvedJudgeOptions {
  const { rubric, scale, bothOrders } = { ...defaults, ...options }
  if (typeof rubric !== 'string' || rubric.trim() === '') {
    throw new OptionError('rubric', 'must say in words what makes a response good.')
  }
  if (new Set(scale).size < leastVerdicts || new Set(scale).size < scale.length) {
    throw new OptionError('scale', 'must hold two or more different verdicts, the worst first.')
  }
  const odd = scale.find((verdict) => verdict.trim() === '' || notInVerdict.test(verdict))
  if (odd !== undefined) {
    throw new OptionError('scale', `holds ${JSON.stringify(odd)}; use plain words as verdicts.`)
  }
  return { rubric, scale, bothOrders, lm: ownLM(options) }
}
