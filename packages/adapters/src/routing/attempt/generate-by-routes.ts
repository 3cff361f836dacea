import type { LMResponse } from '@ockham/core'
import { race } from './race.ts'
import type { RequestRun } from './request-run.ts'

/**
 * Makes the calls of a request until one replies. Not core's `generateByPlan`, which takes a call from the
 * allowance before a route is free to be called, and asks one LM at a time.
 */
export async function generateByRoutes(run: RequestRun): Promise<LMResponse> {
  for (;;) {
    const first = await run.start(false)
    try {
      const { attempt, value } = await race(run, first, false, (each) => each.generate())
      return run.settled(value, attempt)
    } catch {
      run.goOn()
    }
  }
}
