import type { CompilePlan } from '../estimate/compile-plan.ts'
import { groundedPrompts } from '../instructions/propose-grounded/grounded-prompts.ts'
import { searchPlan } from '../validation/search-plan.ts'
import type { SetSizes } from '../validation/set-sizes.ts'
import { autoSettings, type ResolvedMIPRO } from './mipro-options.ts'

type Options = ResolvedMIPRO<never, never>

/** With more validation examples than this, combinations are tried on some of them first. */
const fewExamples = 50
/** Instructions are written, and the given program is evaluated, between demonstrations and trials. */
const betweenSteps = 2

/** The parts of a search by MIPROv2, each by how many there are at most. */
export interface MIPROSteps {
  /** Sets of demonstrations that are made, beside the program's own. */
  readonly demoSets: number
  /** Instructions for each predictor, its own among them. */
  readonly instructions: number
  readonly trials: number
}

/** Whether only instructions are searched for. */
export function leavesDemosAlone({ maxBootstrappedDemos, maxLabeledDemos }: Options): boolean {
  return maxBootstrappedDemos === 0 && maxLabeledDemos === 0
}

/**
 * Whether combinations are first tried on some of the validation examples. A race is short too for what is not
 * promising, and says more of what is.
 */
export function usesMinibatches({ minibatch, race }: Options, valset: number): boolean {
  return minibatch ?? (!race && valset > fewExamples)
}

/** How much there is to do for a program with so many predictors. */
export function miproSteps(options: Options, predictors: number): MIPROSteps {
  const count = options.numCandidates ?? autoSettings[options.auto].candidates
  const isAlone = leavesDemosAlone(options)
  // As many trials as DSPy: by the number of variables, two for each predictor with demonstrations.
  const variables = predictors * (isAlone ? 1 : 2)
  const usualTrials = Math.floor(Math.max(2 * variables * Math.log2(count), 1.5 * count))
  const withoutLabelled = options.maxLabeledDemos === 0 ? 1 : 0
  return {
    demoSets: Math.max(0, count - 1 - withoutLabelled),
    instructions: isAlone ? count : Math.max(1, Math.floor(count / 2)),
    trials: options.numTrials ?? usualTrials,
  }
}

/** How much is done after so many sets of demonstrations, or after a trial, which counts from 1. */
export function shareOfSteps(steps: MIPROSteps, demoSets: number, trial?: number): number {
  const done = trial === undefined ? demoSets : demoSets + betweenSteps + trial
  return done / (steps.demoSets + betweenSteps + steps.trials)
}

/** What MIPROv2 runs at most: the teacher, the given program, trials, and the whole evaluations that follow them. */
export function miproPlan(options: Options, predictors: number, sizes: SetSizes): CompilePlan {
  const steps = miproSteps(options, predictors)
  const { valset, trainset } = sizes
  const isPartly = usesMinibatches(options, valset)
  const partial = isPartly ? Math.min(options.minibatchSize, valset) : valset
  const whole = isPartly ? Math.ceil(steps.trials / options.minibatchFullEvalSteps) : 0
  // What is evaluated on all was tried on some of them before.
  const ofTrials = valset + steps.trials * partial + whole * (valset - partial)
  const evaluations = Math.min(ofTrials, valset * combinations(options, predictors))
  const { concurrency } = options
  const prompts = groundedPrompts({
    ...options,
    numCandidates: steps.instructions,
    predictors,
    examples: trainset,
  })
  const teacherRuns = runsOfTeacher(options, trainset)
  return searchPlan({ teacherRuns, evaluations, candidates: 0, prompts, concurrency }, sizes)
}

/** The first two sets of demonstrations need no run: the program's own, and labelled ones. */
function runsOfTeacher(options: Options, trainset: number): number {
  const count = options.numCandidates ?? autoSettings[options.auto].candidates
  return count < 3 ? 0 : trainset
}

/** How many different programs there are to try. */
function combinations(options: Options, predictors: number): number {
  const { demoSets, instructions } = miproSteps(options, predictors)
  return (instructions * (leavesDemosAlone(options) ? 1 : 1 + demoSets)) ** predictors
}
