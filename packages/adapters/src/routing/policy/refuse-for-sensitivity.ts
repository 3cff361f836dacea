import type { Route } from '../route/route.ts'
import type { RequestFacts } from '../rules/request-facts.ts'
import type { Refusal } from './refusal.ts'
import { routeMaySee } from './route-may-see.ts'

/** Refuses a route that may not see the content, and any for a label that is not known. */
export function refuseForSensitivity(route: Route, { request }: RequestFacts): Refusal | undefined {
  if (routeMaySee(route, request)) return undefined
  const clearance = route.clearance ?? (route.local ? 'confidential' : 'internal')
  const { sensitivity = 'not labelled' } = request.config ?? {}
  const reason = `It may see ${clearance} content, and the request is ${sensitivity}.`
  return { why: 'sensitivity', reason }
}
