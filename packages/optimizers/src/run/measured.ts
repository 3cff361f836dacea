import { trackUsage, type UsageSummary } from '@ockham/core'

/** How some work ended, and what it used. */
export interface Measured<Result> {
  readonly outcome: { readonly result: Result } | { readonly error: unknown }
  readonly usage: UsageSummary
}

/** Runs some work and tells what it used, also when it fails. */
export async function measured<Result>(run: () => Promise<Result>): Promise<Measured<Result>> {
  const { result: outcome, usage } = await trackUsage(async () => {
    try {
      return { result: await run() }
    } catch (error) {
      return { error }
    }
  })
  return { outcome, usage }
}
