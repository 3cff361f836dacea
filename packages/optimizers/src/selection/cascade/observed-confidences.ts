import { type Confidence, exampleInputs, type LM, runConcurrently } from '@ockham/core'
import type { Candidate } from '../../run/candidate.ts'
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
 * How sure one is of the cheap LM's replies on the search examples, in ascending order. They are asked of the run, which
 * keeps them in its checkpoint: an evaluation that is read back would not tell them.
 */
export async function observedConfidences<Gold extends object, Outputs extends object>(
  observed: ObservedCascade,
  selection: Selection<Gold, Outputs>,
): Promise<number[]> {
  const { order, searchSize, run } = selection.data
  const { concurrency } = selection.options
  const name = nameOf(observed)
  const confidences: number[] = []
  await runConcurrently(searchSize, concurrency, async (position) => {
    const gold = order[position]
    if (gold === undefined) return
    const asked = await run.ask(['confidences', name, position], async (signal) => {
      const own: number[] = []
      const candidate = recordingCandidate(observed, own, selection)
      // What the public signature asks of a devset: the fields marked as inputs are the program's inputs.
      const inputs = exampleInputs(gold) as never
      await candidate.counted(() => candidate.program(inputs, signal ? { signal } : {}))
      return own
    })
    if (asked && 'answer' in asked) confidences.push(...asked.answer)
  })
  return confidences.toSorted((one, other) => one - other)
}

/** The program with the cheap LM, which notes how sure one is of each reply. */
function recordingCandidate<Gold extends object, Outputs extends object>(
  { signal, cheap, strong }: ObservedCascade,
  into: number[],
  { data }: Selection<Gold, Outputs>,
): Candidate<Outputs> {
  const name = nameOf({ signal, cheap })
  const program = data.program.copy()
  const proposal = cascadeProposal(program, {
    name,
    cheap,
    strong,
    // Every reply of the cheap LM is taken: what the strong one would say costs, and tells nothing here.
    threshold: 0,
    confidence(predictor) {
      const confidence = signal.confidence(predictor)
      return confidence && recorded(confidence, into)
    },
  })
  proposal.bind(program, (make) => data.run.candidates.composed(make))
  return data.run.candidate(program, name)
}

function nameOf({ signal, cheap }: Pick<ObservedCascade, 'signal' | 'cheap'>): string {
  return `${cheap.model}, ${signal.name}`
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
