import { OckhamError, type OckhamErrorOptions } from './ockham-error.ts'

/** What is known about the budget that was reached. */
export interface BudgetExceededOptions extends OckhamErrorOptions {
  /** Its name, and the tag where it is a tag's share. */
  budget?: string | undefined
  /** Which of its limits was reached. */
  limit?: 'usd' | 'tokens' | 'calls' | undefined
  /** How much of that limit is left, in its own unit. */
  left?: number | undefined
  /** When the budget is whole again; absent when it never is. */
  resetsAt?: Date | undefined
}

const factNames = ['budget', 'limit', 'left', 'resetsAt'] as const

/** Making one more LM call could exceed the budget, so it was not made. */
export class BudgetExceededError extends OckhamError {
  static override readonly kind: string = 'BudgetExceededError'
  override readonly code = 'budget_exceeded'
  declare readonly budget?: string
  declare readonly limit?: 'usd' | 'tokens' | 'calls'
  declare readonly left?: number
  declare readonly resetsAt?: Date

  constructor(message: string, options: BudgetExceededOptions = {}) {
    super(message, options)
    for (const name of factNames) {
      const value = options[name]
      if (value !== undefined) Object.defineProperty(this, name, { value, enumerable: true })
    }
  }
}
