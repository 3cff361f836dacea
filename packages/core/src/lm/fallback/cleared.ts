import { maySee } from '../attempts/may-see.ts'
import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import type { Route } from './all-routes-failed.ts'

/** Why an LM that `cleared` left out is not asked. */
export const notCleared = 'it is not local, and the request is confidential'

/** The LMs that may see the request; each other one is noted among the routes as refused. */
export function cleared(lms: readonly LM[], request: LMRequest, routes: Route[]): LM[] {
  return lms.filter((lm) => {
    if (maySee(lm, request)) return true
    routes.push({ model: lm.model, refused: notCleared })
    return false
  })
}
