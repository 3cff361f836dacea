import { type Confidence, exampleInputs, type LM, runConcurrently } from '@ockham/core'
import type { Selection } from '../selection.ts'
import { cascadeProposal } from './cascade-proposal.ts'
import type { ThresholdSignal } from './threshold-signals.ts'

/** Whose replies are judged by what. */
export interface ObservedCascade {
  readonly signal: ThresholdSignal
  readonly cheap: LM
  readonly strong: LM
}

/**
 * How sure one is of the cheap LM's replies on the search examples, in ascending order. As answers of the run these
 * numbers are in its checkpoint, which evaluations that are read back would not give.
 */
export async function observedConfidences<Gold extends object, Outputs extends object>(
  { signal, cheap, strong }: ObservedCascade,
  { data, options }: Selection<Gold, Outputs>,
): Promise<number[]> {
  const { program, order, searchSize, run } = data
  const name = `${cheap.model}, ${signal.name}`
  const observed: number[] = []
  await runConcurrently(searchSize, options.concurrency, async (position) => {
    const gold = order[position]
    if (gold === undefined) return
    const asked = await run.ask(['confidences', name, position], async (abort) => {
      const confidences: number[] = []
      const copy = program.copy()
      cascadeProposal(program, {
        name,
        cheap,
        strong,
        // Every reply of the cheap LM is taken: what the strong one would say costs, and tells nothing here.
        threshold: 0,
        confidence(predictor) {
          const confidence = signal.confidence(predictor)
          return confidence && recorded(confidence, confidences)
        },
      }).bind(copy, (make) => run.candidates.composed(make))
      const candidate = run.candidate(copy, name)
      // What the public signature asks of a devset: the fields marked as inputs are the program's inputs.
      const inputs = exampleInputs(gold) as never
      await candidate.counted(() => candidate.program(inputs, abort ? { signal: abort } : {}))
      return confidences
    })
    if (asked && 'answer' in asked) observed.push(...asked.answer)
  })
  return observed.toSorted((one, other) => one - other)
}

function recorded(confidence: Confidence, into: number[]): Confidence {
  return {
    ...confidence,
    async judge(context) {
      const judgement = await confidence.judge(context)
      if (Number.isFinite(judgement.confidence)) into.push(judgement.confidence)
      return judgement
    },
  }
}
