import type { LMAttempt, LMCandidate, LMPlan } from '@ockham/core'
import type { Trial } from '../attempt/trial.ts'
import type { Candidate } from './candidate.ts'
import { whyWaiting } from './why-waiting.ts'

/** What a plan is told from. */
export interface PlanFacts {
  readonly strategy: string
  readonly candidates: readonly Candidate[]
  readonly trials: readonly Trial[]
  /** The one to be asked first, of a request for which nobody was asked yet. */
  readonly next: Trial | undefined
  /** Tokens of the request. */
  readonly tokens: number
  readonly attempts: readonly LMAttempt[]
}

/** How a request was served, or would be. */
export function planOf({
  strategy,
  candidates,
  trials,
  next,
  tokens,
  attempts,
}: PlanFacts): LMPlan {
  const told = candidates.map((candidate): LMCandidate => {
    const { route, score, refusal } = candidate
    const { model } = route
    if (refusal) return { model, verdict: 'refused', reason: refusal.reason }
    const trial = trials.find((each) => each.candidate === candidate)
    return {
      model,
      ...verdictOn(trial, next, strategy, tokens),
      ...(score !== undefined && { score }),
    }
  })
  const inOrder = attempts.toSorted((a, b) => a.startedAtMs - b.startedAtMs)
  return { strategy, candidates: told, attempts: inOrder, cache: 'off' }
}

function verdictOn(
  trial: Trial | undefined,
  next: Trial | undefined,
  strategy: string,
  tokens: number,
): Pick<LMCandidate, 'verdict' | 'reason'> {
  if (!trial) return { verdict: 'standby', reason: 'It was not needed.' }
  const failed = trial.failures.length > 0 ? `It failed: ${trial.failures.join(', ')}.` : ''
  if (trial.served) {
    const reason = failed ? `${failed} Asked again, it served the reply.` : 'It served the reply.'
    return { verdict: 'chosen', reason }
  }
  if (failed) {
    const isCalled = trial.calls > 0 && !trial.failures.includes('lm_configuration')
    return { verdict: isCalled ? 'failed' : 'refused', reason: failed }
  }
  if (trial === next) return { verdict: 'chosen', reason: `By ${strategy} it is asked first.` }
  return {
    verdict: 'standby',
    reason: trial.out ?? whyWaiting(trial.candidate.route, tokens) ?? 'It was not needed.',
  }
}
