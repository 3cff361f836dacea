import { type CallOptions, type Demo, runConcurrently } from '@ockham/core'
import { demoExample } from '../../demos/demo-example.ts'
import { drawRolloutId } from '../../random/draw-rollout-id.ts'
import { seededRandom } from '../../random/random.ts'
import { sample } from '../../random/sample.ts'
import { ground } from './ground.ts'
import {
  type ProposeGroundedOptions,
  type ResolvedGrounded,
  resolveGroundedOptions,
} from './grounded-options.ts'
import { type Grounding, proposeInstruction } from './propose-instruction.ts'
import { tipNames } from './tips.ts'

/** One proposal to be asked for. */
interface Request {
  readonly name: string
  readonly index: number
  readonly grounding: Grounding
  readonly rolloutId: number
}

const concurrency = 8
const mostLabelled = 10

/**
 * Candidate instructions for every predictor, by its name: its own as the first, then proposals grounded
 * in the data, the program, demonstrations and a tip (MIPROv2). Where an LM proposes nothing, its own
 * stand again. Throws `OptionError`, and what the LM throws.
 */
export async function proposeGrounded(
  options: ProposeGroundedOptions,
  call?: CallOptions,
): Promise<Map<string, string[]>> {
  const resolved = resolveGroundedOptions(options)
  const candidates = new Map<string, string[]>()
  const requests: Request[] = []
  for (const [name, { signature }] of resolved.program.namedPredictors()) {
    const own = Array.from({ length: resolved.numCandidates }, () => signature.instructions)
    candidates.set(name, own)
  }
  if (resolved.numCandidates > 1) requests.push(...drawn(resolved, await ground(resolved, call)))
  await runConcurrently(requests.length, concurrency, async (position) => {
    const request = requests[position]
    if (request === undefined) return
    const { name, index, grounding, rolloutId } = request
    const { instructions } = await proposeInstruction(grounding, { ...call, rolloutId })
    const texts = candidates.get(name)
    if (texts !== undefined) texts[index] = instructions
  })
  return candidates
}

/** Every proposal with its tip and its demonstrations; all is drawn before anything is asked. */
function drawn(options: ResolvedGrounded, groundings: ReadonlyMap<string, Grounding>): Request[] {
  const { program, numCandidates, seed, tipAware, fewshotAware, demoCandidates } = options
  const { labelledExamples, viewDataBatchSize = mostLabelled } = options
  const random = seededRandom(seed)
  const requests: Request[] = []
  for (const [name, predictor] of program.namedPredictors()) {
    const common = groundings.get(name)
    if (common === undefined) continue
    const sets = (fewshotAware && demoCandidates?.get(name)) || []
    for (let index = 1; index < numCandidates; index += 1) {
      const tip = tipNames[random.below(tipNames.length)] ?? 'none'
      const rolloutId = drawRolloutId(random)
      const demos = demosFrom(sets, index).map((demo) => demoExample(predictor, demo))
      const known = labelledExamples?.get(name) ?? []
      const grounding = {
        ...common,
        demos,
        labelledExamples: sample(known, viewDataBatchSize, random),
        ...(tipAware ? { tip } : {}),
      }
      requests.push({ name, index, grounding, rolloutId })
    }
  }
  return requests
}

// The demonstrations of one set; those of the next ones follow, should it have too few.
function demosFrom(sets: readonly (readonly Demo[])[], index: number): Demo[] {
  const first = sets.length === 0 ? 0 : index % sets.length
  return [...new Set([...sets.slice(first), ...sets.slice(0, first)].flat())]
}
