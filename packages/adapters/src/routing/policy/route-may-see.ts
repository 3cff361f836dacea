import type { LMRequest, Sensitivity } from '@ockham/core'
import type { Route } from '../route/route.ts'

const levels: readonly Sensitivity[] = ['public', 'internal', 'confidential']

/** What nobody has labelled is not for everybody. */
const unlabelled: Sensitivity = 'internal'

/** Whether a route may see a request's content; a label that is not known goes nowhere. */
export function routeMaySee({ clearance, origin }: Route, request: LMRequest): boolean {
  const needed = levels.indexOf(request.config?.sensitivity ?? unlabelled)
  if (needed < 0) return false
  if (clearance !== undefined) return needed <= levels.indexOf(clearance)
  if (needed <= levels.indexOf(unlabelled)) return true
  return origin.maySee?.(request) ?? origin.local === true
}
