import { BudgetExceededError } from '../../errors/budget-exceeded-error.ts'
import { LMTimeoutError } from '../../errors/lm-timeout-error.ts'
import type { Allowance } from './allowance.ts'

/** The error of a request whose allowance let not even a first call start. */
export function allowanceUsedUp(allowance: Allowance): BudgetExceededError | LMTimeoutError {
  if (allowance.remainingMs <= 0) {
    const message = 'The deadline of the request has passed, so no call was made. Allow more time.'
    return new LMTimeoutError(message, { phase: 'total' })
  }
  const used = allowance.remainingAttempts < 1 ? 'attempts' : 'money'
  return new BudgetExceededError(
    `The request may spend no more ${used}, so no call was made. Give it a larger \`allowance\`.`,
  )
}
