import type { Sensitivity } from '@ockham/core'
import type { Route } from '../route/route.ts'
import type { RequestFacts } from '../rules/request-facts.ts'
import type { Refusal } from './refusal.ts'

const levels: readonly Sensitivity[] = ['public', 'internal', 'confidential']

/** What nobody has labelled is not for everybody. */
const unlabelled: Sensitivity = 'internal'

/** Refuses a route that may not see the content, and any for a label that is not known. */
export function refuseForSensitivity(route: Route, { request }: RequestFacts): Refusal | undefined {
  const sensitivity = request.config?.sensitivity ?? unlabelled
  const needed = levels.indexOf(sensitivity)
  if (needed >= 0 && needed <= levels.indexOf(route.clearance)) return undefined
  const reason = `It may see ${route.clearance} content, and the request is ${sensitivity}.`
  return { why: 'sensitivity', reason }
}
