/** How some work ended. */
export type Outcome = { readonly outputs: unknown } | { readonly error: unknown }

/** Runs some work and tells how it ended, at once or when its promise settles; the caller gets the same. */
export function whenSettled<Result>(run: () => Result, tell: (outcome: Outcome) => void): Result {
  let result: Result
  try {
    result = run()
  } catch (error) {
    tell({ error })
    throw error
  }
  // Two handlers on one promise: the caller gets the original, so its type and its rejection stay.
  if (result instanceof Promise) {
    result.then(
      (outputs: unknown) => tell({ outputs }),
      (error: unknown) => tell({ error }),
    )
  } else tell({ outputs: result })
  return result
}
