import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { ContentFilterError } from '../../errors/content-filter-error.ts'
import { LMServerError } from '../../errors/lm-server-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { ask } from '../__fixtures__/ask.ts'
import { drain } from '../__fixtures__/drain.ts'
import { reply } from '../__fixtures__/reply.ts'
import { Allowance } from '../attempts/allowance.ts'
import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'
import { hedged } from './hedged.ts'

type Pace = { firstMs: number; throws?: unknown; deaf?: boolean; texts?: string[] }

/** An LM whose first content takes a while; it honours its signal unless it is deaf. */
function paced(model: string, { firstMs, throws, deaf = false, texts = [model] }: Pace) {
  const state = { opened: 0, closed: 0, aborted: 0 }
  async function* stream({ signal }: LMRequest): AsyncGenerator<LMStreamEvent, void> {
    state.opened += 1
    try {
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(resolve, firstMs)
        if (deaf) return timer.unref()
        signal?.addEventListener(
          'abort',
          () => {
            state.aborted += 1
            clearTimeout(timer)
            reject(new AbortError(signal.reason))
          },
          { once: true },
        )
        return undefined
      })
      if (throws !== undefined) throw throws
      for (const text of texts) {
        yield { type: 'text-delta', index: 0, text }
        if (signal?.aborted && !deaf) throw new AbortError()
      }
      yield { type: 'finish', response: reply(texts.join(''), model) }
    } finally {
      state.closed += 1
    }
  }
  const generate = (): never => {
    throw new Error('a plain call streams too')
  }
  const lm: LM = { model, stream, generate }
  return { lm, state }
}

test('a first LM that is fast enough answers alone', async () => {
  const second = paced('b', { firstMs: 0 })
  const lm = hedged(paced('a', { firstMs: 5 }).lm, second.lm, { afterMs: 60 })
  expect((await lm.generate(ask())).model).toBe('a')
  expect(second.state.opened).toBe(0)
})

test('after a silence the second is asked too, and the slower one is aborted', async () => {
  const first = paced('a', { firstMs: 5000 })
  const lm = hedged(first.lm, paced('b', { firstMs: 5 }).lm, { afterMs: 20 })
  const start = performance.now()
  const { events } = await drain(lm.stream(ask()))
  expect(performance.now() - start).toBeLessThan(500)
  expect(events).toEqual([
    { type: 'text-delta', index: 0, text: 'b' },
    { type: 'finish', response: reply('b', 'b') },
  ])
  expect(first.state).toEqual({ opened: 1, closed: 1, aborted: 1 })
})

test('the first still wins when its content comes before that of the second', async () => {
  const second = paced('b', { firstMs: 5000 })
  const lm = hedged(paced('a', { firstMs: 40 }).lm, second.lm, { afterMs: 10 })
  expect((await lm.generate(ask())).model).toBe('a')
  expect(second.state.aborted).toBe(1)
})

test('a first LM that fails lets the second start at once', async () => {
  const first = paced('a', { firstMs: 0, throws: new LMServerError('503', { costUSD: 0.5 }) })
  const lm = hedged(first.lm, paced('b', { firstMs: 0 }).lm, { afterMs: 10_000 })
  expect(await lm.generate(ask())).toEqual({ ...reply('b', 'b'), costUSD: 0.51 })
})

test('when both fail the error has both causes, and no timer is left', async () => {
  const [one, other] = [new LMServerError('one'), new LMServerError('other')]
  const lm = hedged(
    paced('a', { firstMs: 0, throws: one }).lm,
    paced('b', { firstMs: 0, throws: other }).lm,
  )
  await expect(lm.generate(ask())).rejects.toMatchObject({ errors: [one, other], cause: one })
})

test('a content filter is the answer', async () => {
  const blocked = new ContentFilterError('violence')
  const second = paced('b', { firstMs: 0 })
  const lm = hedged(paced('a', { firstMs: 0, throws: blocked }).lm, second.lm)
  await expect(lm.generate(ask())).rejects.toBe(blocked)
  expect(second.state.opened).toBe(0)
})

test.for([5, 40, 70])('a signal after %i ms ends both within 50 ms, deaf or not', async (ms) => {
  for (const deaf of [false, true]) {
    const first = paced('a', { firstMs: 5000, deaf })
    const second = paced('b', { firstMs: deaf ? 5000 : 60, deaf, texts: Array(1e5).fill('x') })
    const controller = new AbortController()
    const pending = drain(
      hedged(first.lm, second.lm, { afterMs: 20 }).stream(ask('hi', controller.signal)),
    )
    await new Promise((resolve) => setTimeout(resolve, ms))
    const start = performance.now()
    controller.abort('user left')
    const { error } = await pending
    expect(performance.now() - start).toBeLessThan(50)
    expect(error).toMatchObject({ code: 'aborted', cause: 'user left' })
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0)
    if (!deaf) expect(first.state.closed).toBe(1)
  }
})

test('leaving the stream early closes both', async () => {
  const first = paced('a', { firstMs: 5000 })
  const second = paced('b', { firstMs: 0, texts: ['a', 'b', 'c'] })
  for await (const _event of hedged(first.lm, second.lm, { afterMs: 5 }).stream(ask())) break
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect([first.state.closed, second.state.closed]).toEqual([1, 1])
})

test('an allowance of one attempt leaves no room for a hedge', async () => {
  const second = paced('b', { firstMs: 0 })
  const lm = hedged(paced('a', { firstMs: 40 }).lm, second.lm, { afterMs: 5 })
  const allowance = new Allowance({ attempts: 1 })
  expect((await lm.generate({ ...ask(), allowance })).model).toBe('a')
  expect(second.state.opened).toBe(0)
})

test('what is confidential goes to a local LM only', async () => {
  const first = paced('a', { firstMs: 0 })
  const second = paced('b', { firstMs: 0 })
  const request = { ...ask(), config: { sensitivity: 'confidential' as const } }
  const lm = hedged(first.lm, { ...second.lm, local: true })
  expect((await lm.generate(request)).model).toBe('b')
  expect(first.state.opened).toBe(0)
})

test('a time that cannot be used is refused', () => {
  const { lm } = paced('a', { firstMs: 0 })
  expect(() => hedged(lm, lm, { afterMs: -1 })).toThrow(OptionError)
})
