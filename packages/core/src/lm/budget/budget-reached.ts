import { BudgetExceededError } from '../../errors/budget-exceeded-error.ts'
import type { Ledger } from './ledger.ts'

type Limit = 'usd' | 'tokens' | 'calls'

/** The error of a call that needs more than is left. */
export function budgetReached(
  ledger: Ledger,
  limit: Limit,
  needed: number,
  resetsAt: Date | undefined,
): BudgetExceededError {
  const left = Math.max(0, ledger.left[limit])
  const again = resetsAt
    ? `It is whole again at ${resetsAt.toISOString()}.`
    : 'It does not fill up again.'
  return new BudgetExceededError(
    `The call was not made: it can take ${amount(needed, limit)} and the budget (${ledger.name}) has ` +
      `${amount(left, limit)} left. ${again} Raise the budget, set \`maxTokens\`, or ask a cheaper LM.`,
    { budget: ledger.name, limit, left, resetsAt },
  )
}

/** The error of a call that nobody can say the cost of. */
export function priceUnknown(budget: string, model: string): BudgetExceededError {
  return new BudgetExceededError(
    `The call was not made: what ${model} can cost is not known, and the budget (${budget}) allows no such call. ` +
      "Give the LM its price, or the budget `unknownCostUSD` or `onUnknownCost: 'allow'`.",
    { budget, limit: 'usd' },
  )
}

function amount(value: number, limit: Limit): string {
  return limit === 'usd' ? `$${Number(value.toPrecision(3))}` : `${value} ${limit}`
}
