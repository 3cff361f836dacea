import { AllRoutesFailedError } from '../../errors/all-routes-failed-error.ts'
import { LMError } from '../../errors/lm-error.ts'
import { OckhamError } from '../../errors/ockham-error.ts'

/** An LM that was asked, and why it gave no reply. */
export interface FailedRoute {
  readonly model: string
  readonly error: unknown
}

/** Sums up failed routes, at least one; the first error is the cause. */
export function allRoutesFailed(routes: readonly FailedRoute[]): AllRoutesFailedError {
  const errors = routes.map((route) => route.error)
  const lines = routes.map(({ model, error }) => `- ${model}: ${describe(error)}`)
  return new AllRoutesFailedError(
    `Every LM of the fallback failed; mend one of these or add another LM:\n${lines.join('\n')}`,
    { errors, cause: errors[0], model: routes[0]?.model, retryAfterMs: soonest(errors) },
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
