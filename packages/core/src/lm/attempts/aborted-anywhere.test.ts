import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { LMRateLimitError } from '../../errors/lm-rate-limit-error.ts'
import { ask } from '../__fixtures__/ask.ts'
import { reply } from '../__fixtures__/reply.ts'
import { Budget } from '../budget/budget.ts'
import { budgeted } from '../budget/budgeted.ts'
import { cascade } from '../cascade/cascade.ts'
import { fallback } from '../fallback/fallback.ts'
import { hedged } from '../hedge/hedged.ts'
import { Governor } from '../limit/governor.ts'
import { limited } from '../limit/limited.ts'
import type { LM } from '../lm.ts'
import { retrying } from '../retry/retrying.ts'
import { wait } from '../retry/wait.ts'

const budget = new Budget({ usd: 100, calls: 1000, tokens: 1e6 })
const governor = new Governor({ concurrency: 2 })

/** It says one word, then nothing for a minute. */
const slow: LM = {
  model: 'test/slow',
  maxCostUSD: () => 1,
  async generate({ signal }) {
    await wait(60_000, signal)
    return reply('late')
  },
  async *stream({ signal }) {
    yield { type: 'text-delta', index: 0, text: 'word' }
    await wait(60_000, signal)
  },
}
/** It sends everyone away for a while. */
const busy: LM = {
  ...slow,
  async generate() {
    throw new LMRateLimitError('429', { retryAfterMs: 30_000 })
  },
}

const decorators: Record<string, (lm: LM) => LM> = {
  retrying: (lm) => retrying(lm),
  fallback: (lm) => fallback(lm, lm),
  limited: (lm) => limited(lm, governor),
  budgeted: (lm) => budgeted(lm, budget),
  cascade: (lm) => cascade([lm, lm], { confidence: () => false }),
  'the last of a cascade': (lm) => cascade([lm], { confidence: () => false }),
  hedged: (lm) => hedged(lm, lm, { afterMs: 5 }),
  'all of them': (lm) =>
    budgeted(
      retrying(
        fallback(hedged(limited(lm, governor), lm), cascade([lm], { confidence: () => true })),
      ),
      budget,
    ),
}

/** Aborts a call once it has begun, and says how long it took to end. */
async function endsIn(call: (signal: AbortSignal) => Promise<unknown>): Promise<number> {
  const controller = new AbortController()
  const pending = call(controller.signal)
  pending.catch(() => {})
  await new Promise((resolve) => setTimeout(resolve, 15))
  const start = performance.now()
  controller.abort('user left')
  await expect(pending).rejects.toMatchObject({ code: 'aborted', cause: 'user left' })
  const tookMs = performance.now() - start
  await new Promise((resolve) => setTimeout(resolve, 1))
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0)
  return tookMs
}

async function read(lm: LM, signal: AbortSignal): Promise<void> {
  for await (const _event of lm.stream(ask('hi', signal)));
}

test.for(Object.entries(decorators))(
  '%s: an abort ends a call within 50 ms and leaves nothing',
  async ([, decorate]) => {
    const lm = decorate(slow)
    expect(await endsIn((signal) => lm.generate(ask('hi', signal)))).toBeLessThan(50)
    expect(await endsIn((signal) => read(lm, signal))).toBeLessThan(50)
    await expect(lm.generate(ask('hi', AbortSignal.abort()))).rejects.toBeInstanceOf(AbortError)
    await expect(read(lm, AbortSignal.abort())).rejects.toBeInstanceOf(AbortError)
    expect(governor.inFlight).toBe(0)
    expect(budget.remaining().usd + budget.spent().usd).toBeCloseTo(100)
  },
)

test('an abort ends a wait for a retry, and a wait in the queue behind it', async () => {
  const one = new Governor({ concurrency: 1 })
  const lm = budgeted(limited(retrying(busy), one), budget)
  const [first, second] = await Promise.all([
    endsIn((signal) => lm.generate(ask('hi', signal))),
    endsIn((signal) => lm.generate(ask('hi', signal))),
  ])
  expect(Math.max(first, second)).toBeLessThan(50)
  expect([one.inFlight, one.waiting]).toEqual([0, 0])
})
