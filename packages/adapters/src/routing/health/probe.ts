import { type LMRequest, type LMResponse, LMTimeoutError } from '@ockham/core'
import { TimedCall } from '../../timing/timed-call.ts'
import { reactions } from '../attempt/reaction.ts'
import { routeFailure } from '../attempt/route-failure.ts'
import type { BreakerOptions } from '../breaker/breaker-options.ts'
import type { Route } from '../route/route.ts'
import { accountBreakerOf, accountBreakerOptions } from './accounts.ts'
import { recordFailure, recordLeft, recordSuccess } from './record-outcome.ts'

const question: LMRequest = {
  messages: [{ role: 'user', content: 'ping' }],
  config: { maxTokens: 16 },
}
const none: number = Number.POSITIVE_INFINITY

/** How a probe is made. */
export interface ProbeOptions {
  readonly timeoutMs: number
  readonly signal: AbortSignal
  readonly breaker: Required<BreakerOptions>
}

/** Asks a route a one-word question, even while its circuit is open, and records how it went; resolves to what went wrong, if anything did. */
export async function probe(route: Route, options: ProbeOptions): Promise<unknown> {
  const { deployment, lm, model } = route
  const account = accountBreakerOf(lm)
  const accountPass = account?.probe(accountBreakerOptions)
  const pass = deployment.breaker.probe(options.breaker)
  // Someone is finding out already.
  if (!pass || (account && !accountPass)) {
    pass?.left()
    accountPass?.left()
    return undefined
  }
  const asked = { route, pass, accountPass }
  const call = new TimedCall({
    timeouts: { firstTokenMs: none, idleMs: none, totalMs: options.timeoutMs },
    signal: options.signal,
    timeoutError: (phase, limitMs) =>
      new LMTimeoutError(`${model}: no answer to a probe within ${limitMs} ms.`, { model, phase }),
  })
  const since = performance.now()
  try {
    const request = { ...question, signal: call.controller.signal }
    const response: LMResponse = await call.wait(() => lm.generate(request))
    recordSuccess(asked, response, { durationMs: performance.now() - since })
    return undefined
  } catch (error) {
    const cause = call.failure ?? error
    if (options.signal.aborted) recordLeft(asked)
    else recordFailure(asked, cause, reactions[routeFailure(cause)])
    return cause
  } finally {
    call.close()
  }
}
