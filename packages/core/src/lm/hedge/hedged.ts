import { choosing } from '../attempts/choosing.ts'
import { sumOfMaxCosts } from '../attempts/sum-of-max-costs.ts'
import { throwIfAborted } from '../attempts/throw-if-aborted.ts'
import { withCost } from '../attempts/with-cost.ts'
import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'
import { collect } from '../stream/collect.ts'
import { type HedgeOptions, resolveHedgeOptions } from './hedge-options.ts'
import { HedgeRace } from './hedge-race.ts'

/**
 * Asks `second` too when `first` has shown no content after `afterMs`, or has failed; whichever shows
 * content first answers, and the other is aborted. A plain call streams inside, so that content is seen.
 * Both are attempts of the request's allowance, and `costUSD` is what is known of both. When the one that
 * answers fails midway, that is the error. Throws `AllRoutesFailedError`, `ContentFilterError`, `AbortError`.
 */
export function hedged(first: LM, second: LM, options: HedgeOptions = {}): LM {
  const { afterMs } = resolveHedgeOptions(options)
  const lms = [first, second]

  async function* stream(request: LMRequest): AsyncGenerator<LMStreamEvent, void> {
    throwIfAborted(request.signal)
    const race = new HedgeRace(lms, request, afterMs)
    try {
      const { winner, event: lead } = await race.run()
      let event = lead
      for (;;) {
        if (event.type === 'finish') {
          // Before the event is yielded, since its consumer may stop there.
          race.close()
          yield { type: 'finish', response: withCost(event.response, race.spentUSD) }
          return
        }
        yield event
        event = await race.untilAborted(winner.next())
      }
    } catch (error) {
      throwIfAborted(request.signal)
      throw error
    } finally {
      race.close()
    }
  }

  return choosing('hedged', first, lms, {
    generate: (request) => collect(stream(request)),
    stream,
    maxCostUSD: (request) => sumOfMaxCosts(lms, request),
  })
}
