import { OptionError } from '../../errors/option-error.ts'
import { choosing } from '../attempts/choosing.ts'
import { maySee } from '../attempts/may-see.ts'
import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import type { LMResponse } from '../lm-response.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'
import { replay } from '../stream/replay.ts'
import { type CascadeOptions, resolveCascadeOptions } from './cascade-options.ts'
import { CascadeRun } from './cascade-run.ts'
import { CascadeCounter, type CascadeStats } from './cascade-stats.ts'
import { streamLast } from './stream-last.ts'

/** An LM that asks a cheap LM first, and dearer ones when that is not sure. */
export interface CascadeLM extends LM {
  /** What it did so far, and what that saved. */
  stats(): CascadeStats
}

/**
 * Asks the LMs in order, cheapest first, until the confidence in a reply reaches the threshold; the last
 * one's reply is always accepted, and a failing LM is passed over. In a stream the replies of all but the
 * last are held back until they are accepted; the last streams live. `costUSD` and `usage` are those of all
 * calls, and `plan` tells who answered and why. Throws `AllRoutesFailedError`, `ContentFilterError` or
 * `AbortError`.
 */
export function cascade(lms: readonly LM[], options: CascadeOptions): CascadeLM {
  const [first] = lms
  if (first === undefined) throw new OptionError('lms', 'is empty: give cascade at least one LM.')
  const settings = resolveCascadeOptions(options)
  const counter = new CascadeCounter()

  async function generate(request: LMRequest): Promise<LMResponse> {
    const run = new CascadeRun(lms, request, settings, counter)
    try {
      return (await run.climb()) ?? (await run.askLast())
    } finally {
      run.lost()
    }
  }

  async function* stream(request: LMRequest): AsyncGenerator<LMStreamEvent, void> {
    const run = new CascadeRun(lms, request, settings, counter)
    try {
      const accepted = await run.climb()
      if (accepted) yield* replay(accepted)
      else yield* streamLast(run, request)
    } finally {
      run.lost()
    }
  }

  const { confidence, threshold } = settings
  const { lms: judges = [], calls = 1 } = confidence
  const costUSD = (lm: LM, request: LMRequest): number => lm.maxCostUSD?.(request) ?? Number.NaN
  const sum = (costs: readonly number[]): number => costs.reduce((total, cost) => total + cost, 0)
  const cascaded = choosing(['cascade', threshold, lms.length], first, [...lms, ...judges], {
    generate,
    stream,
    maxCostUSD(request) {
      const judgingUSD = sum(judges.map((lm) => costUSD(lm, request)))
      const sumUSD = sum(
        lms.map((lm, index) => {
          const isLast = index === lms.length - 1
          return isLast ? costUSD(lm, request) : calls * costUSD(lm, request) + judgingUSD
        }),
      )
      return Number.isNaN(sumUSD) ? null : sumUSD
    },
  })
  return Object.assign(cascaded, {
    // One that only judges gives no reply.
    maySee: (request: LMRequest) => lms.some((lm) => maySee(lm, request)),
    stats: () => counter.stats,
  })
}
