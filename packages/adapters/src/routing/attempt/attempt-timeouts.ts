import { isReasoningModel } from '../../openai/is-reasoning-model.ts'
import type { Timeouts } from '../../timing/timeouts.ts'
import type { Route } from '../route/route.ts'
import type { RouterTimeouts } from '../router-options.ts'
import type { RequestFacts } from '../rules/request-facts.ts'

const none: number = Number.POSITIVE_INFINITY

/** While another route is left; a local server may have to load its model first. */
const remote = { firstTokenMs: 10_000, idleMs: 30_000, attemptMs: 120_000 }
const local = { firstTokenMs: 120_000, idleMs: 120_000, attemptMs: 600_000 }

/** What surrounds one attempt. */
export interface AttemptSetting {
  /** Whether another route is left if this one fails. */
  alternative: boolean
  streamed: boolean
  /** Milliseconds that the whole request has left. */
  remainingMs: number
}

/** How long one attempt may keep silent, in milliseconds; `Infinity` leaves it to the LM. */
export function attemptTimeouts(
  route: Route,
  facts: RequestFacts,
  given: RouterTimeouts,
  { alternative, streamed, remainingMs }: AttemptSetting,
): Timeouts {
  const usual = route.local ? local : remote
  const isHurried = alternative && !thinksFirst(route, facts)
  if (!streamed) {
    const attemptMs = given.attemptMs ?? (isHurried ? usual.attemptMs : none)
    return { firstTokenMs: none, idleMs: none, totalMs: Math.min(attemptMs, remainingMs) }
  }
  return {
    firstTokenMs: given.firstTokenMs ?? (isHurried ? usual.firstTokenMs : none),
    idleMs: given.idleMs ?? usual.idleMs,
    totalMs: Math.min(given.totalMs ?? none, remainingMs),
  }
}

/** A model that thinks unseen is silent for longer than one that is stuck should be waited for. */
function thinksFirst({ model }: Route, { request }: RequestFacts): boolean {
  const effort = request.config?.reasoningEffort
  if (effort !== undefined) return effort !== 'none' && effort !== 'minimal'
  return isReasoningModel(model)
}
