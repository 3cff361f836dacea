import { type CompileBudget, resolveBudget } from '../budget/compile-budget.ts'
import type { CompilePlan } from './compile-plan.ts'
import type { ExpectedCost } from './cost-estimate.ts'

/** What one run takes, of the program and of its teacher, and how many are in flight at a time. */
export interface RunCosts {
  readonly program: ExpectedCost
  readonly teacher: ExpectedCost
  readonly concurrency: number
}

/** What all that is planned takes. */
export function expectedCost(
  { evaluations, teacherRuns, prompts }: CompilePlan,
  { program, teacher, concurrency }: RunCosts,
): ExpectedCost {
  const all = (part: keyof ExpectedCost): number | null =>
    plus(times(evaluations - teacherRuns, program[part]), times(teacherRuns, teacher[part]))
  const { calls, seconds } = program
  // A program that calls no LM says nothing of how long a prompt takes.
  const secondsEach = calls === null || seconds === null ? null : seconds / Math.max(1, calls)
  return {
    calls: plus(all('calls'), prompts),
    costUSD: all('costUSD'),
    seconds: plus(times(1 / concurrency, all('seconds')), times(prompts, secondsEach)),
  }
}

/** The part of what something takes that a budget pays for, from 0 to 1, by the limit that is reached first. */
export function affordablePart(
  { calls, costUSD, seconds }: ExpectedCost,
  given?: CompileBudget,
): number {
  const limits = resolveBudget(given)
  const parts = [
    [limits.calls, calls],
    [limits.usd, costUSD],
    [limits.seconds, seconds],
  ] as const
  return Math.min(1, ...parts.map(([limit, amount]) => (amount ? limit / amount : 1)))
}

/** A part of what something takes, in whole calls. */
export function partOf({ calls, costUSD, seconds }: ExpectedCost, part: number): ExpectedCost {
  const rounded = times(part, calls)
  return {
    calls: rounded === null ? null : Math.round(rounded),
    costUSD: times(part, costUSD),
    seconds: times(part, seconds),
  }
}

// Of nothing it does not matter what one costs.
function times(count: number, amount: number | null): number | null {
  if (count === 0) return 0
  return amount === null ? null : count * amount
}

function plus(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one + other
}
