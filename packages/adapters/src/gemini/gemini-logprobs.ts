import type { JSONValue } from '@ockham/core'
import type { WireObject } from '../internal/wire-object.ts'

/** A candidate's log probabilities in the form OpenAI gives them, which others take over too. */
export function geminiLogprobs(candidate: WireObject): JSONValue[] {
  const result = candidate.object('logprobsResult')
  const others = result?.objects('topCandidates') ?? []
  return (result?.objects('chosenCandidates') ?? []).map((chosen, position) => ({
    ...probability(chosen),
    top_logprobs: (others[position]?.objects('candidates') ?? []).map(probability),
  }))
}

function probability(candidate: WireObject): { [name: string]: JSONValue } {
  return {
    token: candidate.text('token') ?? '',
    logprob: candidate.number('logProbability') ?? null,
  }
}
