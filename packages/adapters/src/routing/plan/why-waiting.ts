import { readinessOf } from '../attempt/readiness.ts'
import type { Route } from '../route/route.ts'

/** Why a route is not asked at present, in a sentence; undefined when it may be. */
export function whyWaiting(route: Route, tokens: number): string | undefined {
  const ready = readinessOf(route, tokens)
  const seconds = (ready.waitMs / 1000).toFixed(1)
  const failure = route.deployment.vitals.lastFailure?.code
  const because = failure === undefined ? '' : ` (${failure})`
  switch (ready.for) {
    case 'shut':
      return `It was refused${because}; it is left alone for ${seconds} s.`
    case 'circuit':
      return `It kept failing${because}; its circuit is open for ${seconds} s.`
    case 'rate':
      return `It takes the next call in ${seconds} s.`
    default:
      return undefined
  }
}
