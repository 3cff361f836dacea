import type { Allowance } from '../attempts/allowance.ts'
import { knownCost } from '../attempts/known-cost.ts'
import { estimateTokens } from '../limit/estimate-tokens.ts'
import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import type { LMResponse } from '../lm-response.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'
import type { Budget, Reservation } from './budget.ts'

const charactersPerToken = 4

/** One call of an LM and its share of a budget, from setting aside to booking. */
export class PaidCall {
  readonly #reservation: Reservation
  readonly #allowance: Allowance
  readonly #inputTokens: number
  readonly #maxTokens: number
  #seenCharacters = 0

  /** Throws `BudgetExceededError` when the budget has not what the call can cost. */
  constructor(lm: LM, budget: Budget, request: LMRequest, allowance: Allowance) {
    const { maxTokens, n = 1, tags } = request.config ?? {}
    this.#allowance = allowance
    this.#inputTokens = estimateTokens({ messages: request.messages })
    this.#maxTokens = (maxTokens ?? lm.capabilities?.maxOutputTokens ?? 0) * n
    this.#reservation = budget.reserve({
      model: lm.model,
      maxCostUSD: lm.maxCostUSD?.(request) ?? null,
      tokens: estimateTokens(request),
      openEnded: maxTokens === undefined,
      tags,
    })
  }

  /** Notes how much of a stream came. */
  saw(event: LMStreamEvent): void {
    if (event.type === 'text-delta' || event.type === 'reasoning-delta') {
      this.#seenCharacters += event.text.length
    } else if (event.type === 'tool-call-delta') {
      this.#seenCharacters += event.arguments?.length ?? 0
    }
  }

  replied({ usage, costUSD, cached }: LMResponse): void {
    if (cached) {
      this.#reservation.settle({ usd: this.#allowance.spentUSD, tokens: 0, calls: 0 })
      return
    }
    const tokens = usage.inputTokens + usage.outputTokens
    const usd = costUSD === undefined || costUSD === null ? null : this.#atLeastBooked(costUSD)
    this.#reservation.settle({ usd, tokens, calls: 1 })
  }

  /** Books what a failed call is known to have cost, or what of its stream was seen. */
  failed(error: unknown): void {
    const usd = this.#atLeastBooked(knownCost(error) ?? 0)
    if (usd > 0) this.#reservation.settle({ usd, tokens: this.#seenTokens, calls: 1 })
    else this.left()
  }

  /** Books the part that was seen of a stream that nobody reads any more; nothing when that is none. */
  left(): void {
    const seen = this.#seenTokens
    const usd = this.#atLeastBooked(seen === 0 ? 0 : this.#priceOf(seen))
    this.#reservation.settle({ usd, tokens: seen, calls: usd > 0 || seen > 0 ? 1 : 0 })
  }

  get #seenTokens(): number {
    if (this.#seenCharacters === 0) return 0
    return this.#inputTokens + Math.ceil(this.#seenCharacters / charactersPerToken)
  }

  /**
   * The part of the bound that these tokens are of all that were possible. No less than the true price:
   * what is missing are tokens of the reply, and those are the dear ones.
   */
  #priceOf(tokens: number): number {
    const possible = this.#maxTokens === 0 ? 0 : this.#inputTokens + this.#maxTokens
    return this.#reservation.amount.usd * Math.min(1, possible === 0 ? 1 : tokens / possible)
  }

  /** Attempts made inside have booked what is known of them. */
  #atLeastBooked(usd: number): number {
    return Math.max(usd, this.#allowance.spentUSD)
  }
}
