import { OckhamError } from './ockham-error.ts'

/** Making one more LM call could exceed the budget, so it was not made. */
export class BudgetExceededError extends OckhamError {
  static override readonly kind: string = 'BudgetExceededError'
  override readonly code = 'budget_exceeded'
}
