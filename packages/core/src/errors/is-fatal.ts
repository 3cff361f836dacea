import { BudgetExceededError } from './budget-exceeded-error.ts'
import { LMConfigurationError } from './lm-configuration-error.ts'

/** Whether other calls would fail the same way: there is no usable LM, or no money. */
export function isFatal(error: unknown): boolean {
  return LMConfigurationError.is(error) || BudgetExceededError.is(error)
}
