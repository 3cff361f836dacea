import type { LM } from '@ockham/core'
import { withoutCopies } from '../instructions/copy-guard/without-copies.ts'
import { reflect } from '../instructions/reflect/reflect.ts'
import type { ReflectiveRecord } from '../instructions/reflect/render-records.ts'
import type { Random } from '../random/random.ts'
import type { CompileRun } from '../run/compile-run.ts'
import type { Evaluation } from '../run/evaluation.ts'
import type { Components } from '../search/merge-components.ts'

/** A candidate that is to get new instructions, and what it did on the examples to learn from. */
export interface MutationSource<Gold extends object> {
  readonly iteration: number
  /** Tells apart the proposals of one iteration. */
  readonly slot: number
  readonly components: Components
  /** Paths of the predictors that get new instructions. */
  readonly paths: readonly string[]
  readonly examples: readonly Gold[]
  readonly evaluations: readonly Evaluation[]
  readonly random: Random
}

/** New instructions for some predictors, by path; nothing where there was nothing to learn or to say. */
export async function mutate<Gold extends object, Outputs extends object>(
  run: CompileRun<Gold, Outputs>,
  source: MutationSource<Gold>,
  reflectionLM: LM,
): Promise<Components> {
  const lm = run.candidates.metered(reflectionLM)
  const changed: Record<string, string> = {}
  for (const path of source.paths) {
    const instructions = source.components[path] ?? ''
    const records = recordsOf(path, source)
    if (records.length === 0) continue
    const asked = await run.ask(
      ['reflect', source.iteration, source.slot, path, instructions],
      async (signal) => {
        const call = {
          lm,
          ...(signal ? { signal } : {}),
          rolloutId: source.iteration + 1,
        }
        const proposal = await reflect({ instructions, records }, call)
        if (proposal.kept) return { instructions }
        const examples = source.examples.map((gold) => ({ ...gold }))
        const original = await withoutCopies(
          { instructions: proposal.instructions, current: instructions, examples },
          call,
        )
        return { instructions: original.instructions }
      },
    )
    if (asked && 'answer' in asked && asked.answer.instructions !== instructions) {
      changed[path] = asked.answer.instructions
    }
  }
  return changed
}

/** What a predictor did on the examples, one call of it for each, and what is said of that. */
function recordsOf<Gold extends object>(
  path: string,
  { evaluations, random }: MutationSource<Gold>,
): ReflectiveRecord[] {
  return evaluations.flatMap((evaluation) => {
    const steps = evaluation.steps.filter(({ predictor }) => predictor === path)
    const step = steps[random.below(steps.length)]
    if (!step) return []
    return [{ inputs: step.inputs, outputs: step.outputs, feedback: feedbackOf(evaluation) }]
  })
}

function feedbackOf({ feedback, error, score }: Evaluation): string {
  if (feedback !== undefined) return feedback
  if (error) return `The program failed: ${error.message}`
  return `The answer of the program scored ${score} of 1.`
}
