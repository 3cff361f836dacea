import { OckhamError } from '../../errors/ockham-error.ts'
import { knownCost } from '../attempts/known-cost.ts'
import { sumUsage } from '../attempts/sum-usage.ts'
import { withCost } from '../attempts/with-cost.ts'
import type { LM } from '../lm.ts'
import type { LMAttempt, LMCandidate } from '../lm-plan.ts'
import type { LMResponse } from '../lm-response.ts'

/** What happened to one request in a cascade, as its plan will tell. */
export class CascadeLog {
  readonly #startedAt: number = performance.now()
  readonly #candidates = new Map<LM, LMCandidate>()
  readonly #attempts: LMAttempt[] = []
  readonly #replies: LMResponse[] = []

  /** All LMs are on standby until something is said of them. `judges` are those that do not reply themselves. */
  constructor(lms: readonly LM[], judges: readonly LM[]) {
    for (const lm of lms) this.tell(lm, 'standby', 'an earlier LM was sure')
    const others = judges.filter((lm) => !lms.includes(lm))
    for (const lm of others) this.tell(lm, 'standby', 'there was no reply to judge')
  }

  tell(lm: LM, verdict: LMCandidate['verdict'], reason: string, score?: number): void {
    const { model } = lm
    this.#candidates.set(lm, { model, verdict, reason, ...(score !== undefined && { score }) })
  }

  /** Notes a call that begins; the functions it returns note how it ended. */
  began(lm: LM): { replied: (response: LMResponse) => void; failed: (error: unknown) => void } {
    const begunAt = performance.now()
    const ended = (outcome: string, costUSD: number | null): void => {
      this.#attempts.push({
        model: lm.model,
        startedAtMs: begunAt - this.#startedAt,
        durationMs: performance.now() - begunAt,
        outcome,
        costUSD,
      })
    }
    return {
      replied: (response) => {
        this.#replies.push(response)
        ended('ok', response.costUSD ?? null)
      },
      failed: (error) =>
        ended(OckhamError.is(error) ? error.code : 'unknown', knownCost(error) ?? null),
    }
  }

  /** The reply with what all calls took, and how it came about. */
  sign(response: LMResponse, spentUSD: number): LMResponse {
    const { cached: _cached, ...rest } = withCost(response, spentUSD)
    const allCached = this.#replies.every(({ cached }) => cached === true)
    return {
      ...rest,
      usage: sumUsage(this.#replies.map(({ usage }) => usage)),
      ...(allCached && { cached: true }),
      plan: {
        strategy: 'cascade',
        candidates: [...this.#candidates.values()],
        attempts: this.#attempts,
        cache: allCached ? 'hit' : 'off',
      },
    }
  }
}
