import type { RouteFailure } from './route-failure.ts'

/** What a failure does to the request and to the route. */
export interface Reaction {
  /**
   * `throw`: it is the request's answer. `next`: the route is left for this request. `again`: once more at
   * once, `soon`: once more after a short wait, then the next. `later`: the route may be asked again when
   * it allows, the next one now.
   */
  readonly step: 'throw' | 'next' | 'again' | 'soon' | 'later'
  /**
   * `failed`: counts against the route. `answered`: it is alive. `account`: all of its account are shut.
   * `gone`: it alone is shut. `none`: it says nothing.
   */
  readonly health: 'failed' | 'answered' | 'account' | 'gone' | 'none'
  /** Nothing was sent, so no call is counted. */
  readonly uncalled?: true
  /** Which other routes would fail the same way. */
  readonly bars?: 'smaller' | 'dearer' | 'same-provider'
}

/**
 * A request that one provider calls invalid may suit another one, whose wire differs; so it goes on to
 * other providers, and only if none takes it the first one's error is the answer.
 */
export const reactions: Readonly<Record<RouteFailure, Reaction>> = {
  misconfigured: { step: 'next', health: 'none', uncalled: true },
  unsupported: { step: 'next', health: 'none', uncalled: true },
  'over-budget': { step: 'next', health: 'none', uncalled: true, bars: 'dearer' },
  filtered: { step: 'throw', health: 'answered' },
  'too-long': { step: 'next', health: 'answered', bars: 'smaller' },
  'unknown-model': { step: 'next', health: 'gone' },
  invalid: { step: 'next', health: 'answered', bars: 'same-provider' },
  account: { step: 'next', health: 'account' },
  'rate-limited': { step: 'later', health: 'none' },
  silent: { step: 'next', health: 'failed' },
  cut: { step: 'next', health: 'failed' },
  disconnected: { step: 'again', health: 'failed' },
  stumbled: { step: 'soon', health: 'failed' },
  strange: { step: 'soon', health: 'failed' },
  broken: { step: 'next', health: 'failed' },
}
