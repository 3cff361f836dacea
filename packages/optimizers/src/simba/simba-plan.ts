import type { CompilePlan } from '../estimate/compile-plan.ts'
import { searchPlan } from '../validation/search-plan.ts'
import type { SetSizes } from '../validation/set-sizes.ts'
import { evenlySpaced } from './evenly-spaced.ts'
import type { ResolvedSIMBA } from './simba-options.ts'

/** What SIMBA runs at most: in each step every run of the batch, and each new program on all of it. */
export function simbaPlan(options: ResolvedSIMBA<never, never>, sizes: SetSizes): CompilePlan {
  const { bsize, numCandidates, maxSteps, concurrency } = options
  // Each new program comes of an example of its own, whether of a demonstration or of a rule.
  const programs = Math.min(numCandidates + 1, bsize)
  const work = {
    evaluations: maxSteps * bsize * (numCandidates + programs),
    // The program as given stands for step 0.
    candidates: evenlySpaced(maxSteps, numCandidates + 1).size,
    prompts: maxSteps * programs,
    concurrency,
  }
  return searchPlan(work, sizes)
}
