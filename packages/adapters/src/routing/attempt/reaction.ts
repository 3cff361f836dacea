import type { RouteFailure } from './route-failure.ts'

/** What a failure does to the request and to the route. */
export interface Reaction {
  /**
   * `throw`: it is the request's answer. `next`: the route is left for this request. `again`: once more at
   * once, `soon`: once more after a short wait, then the next. `later`: the route may be asked again when
   * it allows, the next one now.
   */
  readonly then: 'throw' | 'next' | 'again' | 'soon' | 'later'
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
  misconfigured: { then: 'next', health: 'none', uncalled: true },
  unsupported: { then: 'next', health: 'none', uncalled: true },
  'over-budget': { then: 'next', health: 'none', uncalled: true, bars: 'dearer' },
  filtered: { then: 'throw', health: 'answered' },
  'too-long': { then: 'next', health: 'answered', bars: 'smaller' },
  'unknown-model': { then: 'next', health: 'gone' },
  invalid: { then: 'next', health: 'answered', bars: 'same-provider' },
  account: { then: 'next', health: 'account' },
  'rate-limited': { then: 'later', health: 'none' },
  silent: { then: 'next', health: 'failed' },
  cut: { then: 'next', health: 'failed' },
  disconnected: { then: 'again', health: 'failed' },
  stumbled: { then: 'soon', health: 'failed' },
  strange: { then: 'soon', health: 'failed' },
  broken: { then: 'next', health: 'failed' },
}
