import { AbortError } from '@ockham/core'
import type { Route } from '../route/route.ts'
import { type ProbeOptions, probe } from './probe.ts'

interface Flight {
  readonly result: Promise<unknown>
  readonly controller: AbortController
  waiting: number
}

const flights = new WeakMap<Route['deployment'], Flight>()

/**
 * Probes a route, or waits for the probe under way. A signal takes only its own caller out, with
 * `AbortError`; the probe ends when nobody waits any more.
 */
export async function sharedProbe(
  route: Route,
  options: Omit<ProbeOptions, 'signal'>,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const flight = flights.get(route.deployment) ?? start(route, options)
  flight.waiting += 1
  let leave = (): void => {}
  try {
    return await new Promise((resolve, reject) => {
      leave = () => reject(new AbortError(signal?.reason))
      if (signal?.aborted) leave()
      signal?.addEventListener('abort', leave, { once: true })
      flight.result.then(resolve, reject)
    })
  } finally {
    signal?.removeEventListener('abort', leave)
    flight.waiting -= 1
    if (flight.waiting === 0) flight.controller.abort()
  }
}

function start(route: Route, options: Omit<ProbeOptions, 'signal'>): Flight {
  const { deployment } = route
  const controller = new AbortController()
  const result = probe(route, { ...options, signal: controller.signal }).finally(() => {
    if (flights.get(deployment)?.controller === controller) flights.delete(deployment)
  })
  const flight = { result, controller, waiting: 0 }
  flights.set(deployment, flight)
  return flight
}
