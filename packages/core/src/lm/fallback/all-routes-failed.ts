import { AllRoutesFailedError } from '../../errors/all-routes-failed-error.ts'
import { LMError } from '../../errors/lm-error.ts'
import { OckhamError } from '../../errors/ockham-error.ts'
import { knownCost } from '../attempts/known-cost.ts'

/** An LM that was asked and gave no reply, or that was not asked, and why. */
export type Route =
  | { readonly model: string; readonly error: unknown }
  | { readonly model: string; readonly refused: string }

/** Sums up why no route led to a reply; the first error is the cause, and what it cost is known of all. */
export function allRoutesFailed(
  routes: readonly Route[],
  of: 'fallback' | 'cascade' | 'hedge' = 'fallback',
): AllRoutesFailedError {
  const errors = routes.flatMap((route) => ('error' in route ? [route.error] : []))
  const lines = routes.map((route) =>
    'error' in route
      ? `- ${route.model}: ${describe(route.error)}`
      : `- ${route.model}: not asked, for ${route.refused}`,
  )
  const what =
    errors.length > 0 ? `Every LM of the ${of} failed` : `No LM of the ${of} may be asked`
  return new AllRoutesFailedError(
    `${what}; mend one of these or add another LM:\n${lines.join('\n')}`,
    {
      errors,
      ...(errors.length > 0 && { cause: errors[0] }),
      model: routes[0]?.model,
      retryAfterMs: soonest(errors),
      costUSD: sumOfCosts(errors),
    },
  )
}

/** A foreign message can hold a URL with a key: only the error's name and code are shown. */
function describe(error: unknown): string {
  if (OckhamError.is(error)) return error.message
  if (!(error instanceof Error)) return 'threw something that is not an Error, see `errors`'
  const code: unknown = Reflect.get(error, 'code')
  return typeof code === 'string'
    ? `${error.name} ${code}, see \`errors\``
    : `${error.name}, see \`errors\``
}

function soonest(errors: readonly unknown[]): number | undefined {
  const told = errors.flatMap((error) =>
    LMError.is(error) ? [error.retryAfterMs ?? Number.NaN] : [],
  )
  const usable = told.filter((retryAfterMs) => retryAfterMs >= 0)
  return usable.length > 0 ? Math.min(...usable) : undefined
}

function sumOfCosts(errors: readonly unknown[]): number | undefined {
  const known = errors.flatMap((error) => knownCost(error) ?? [])
  return known.length > 0 ? known.reduce((sum, costUSD) => sum + costUSD, 0) : undefined
}
