import { OptionError } from '../../errors/option-error.ts'

/** How many retries a `RetryBudget` allows. */
export interface RetryBudgetOptions {
  /** Retries it has at first, and can have at most. Default 500. */
  capacity?: number
  /** What each request adds. Default 0.1: in the long run one call in ten may be a retry. */
  perRequest?: number
}

const defaults: Required<RetryBudgetOptions> = { capacity: 500, perRequest: 0.1 }

/** Keeps retries a small share of all calls, so that a provider that is down is not asked many times over. */
export class RetryBudget {
  readonly #capacity: number
  readonly #perRequest: number
  #level: number

  /** Throws `OptionError` for a number below 0. */
  constructor(options: RetryBudgetOptions = {}) {
    this.#capacity = options.capacity ?? defaults.capacity
    this.#perRequest = options.perRequest ?? defaults.perRequest
    if (!(this.#capacity >= 0)) throw new OptionError('capacity', 'must be a number from 0.')
    if (!(this.#perRequest >= 0)) throw new OptionError('perRequest', 'must be a number from 0.')
    this.#level = this.#capacity
  }

  /** Retries that may still be made. */
  get remaining(): number {
    return Math.floor(this.#level)
  }

  /** A request begins. */
  earn(): void {
    this.#level = Math.min(this.#capacity, this.#level + this.#perRequest)
  }

  /** Takes one retry; false when none is left. */
  take(): boolean {
    if (this.#level < 1) return false
    this.#level -= 1
    return true
  }
}
