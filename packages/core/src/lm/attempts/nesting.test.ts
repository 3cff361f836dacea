import { expect, test } from 'vitest'
import { LMAuthError } from '../../errors/lm-auth-error.ts'
import { LMError } from '../../errors/lm-error.ts'
import { LMServerError } from '../../errors/lm-server-error.ts'
import { ask } from '../__fixtures__/ask.ts'
import { reply } from '../__fixtures__/reply.ts'
import { seededRandom } from '../__fixtures__/seeded-random.ts'
import { cached } from '../cache/cached.ts'
import { fallback } from '../fallback/fallback.ts'
import { limited } from '../limit/limited.ts'
import type { LM } from '../lm.ts'
import type { LMResponse } from '../lm-response.ts'
import { retrying } from '../retry/retrying.ts'
import { collect } from '../stream/collect.ts'
import { replay } from '../stream/replay.ts'
import { Allowance } from './allowance.ts'

/** An LM that fails by chance and counts what it did; each call costs a dollar, failed or not. */
function costly(random: () => number, count: { calls: number }): LM {
  async function generate(): Promise<LMResponse> {
    count.calls += 1
    const luck = random()
    if (luck < 0.6) throw new LMServerError('503', { costUSD: 1 })
    if (luck < 0.8) throw new LMAuthError('401', { costUSD: 1 })
    return { ...reply('yes'), costUSD: 1 }
  }
  return {
    model: 'test/leaf',
    generate,
    async *stream() {
      yield { type: 'text-delta', index: 0, text: 'a' }
      yield* replay(await generate())
    },
  }
}

function nested(depth: number, random: () => number, count: { calls: number }): LM {
  const inner = (): LM => nested(depth - 1, random, count)
  if (depth === 0) return costly(random, count)
  const kind = Math.floor(random() * 5)
  if (kind === 0)
    return retrying(inner(), { attempts: 1 + Math.floor(random() * 4), initialDelayMs: 0 })
  if (kind === 1) return limited(inner())
  if (kind === 2) return cached(inner())
  if (kind === 3) {
    const wrapped = inner()
    return {
      model: 'own/wrapper',
      generate: (request) => wrapped.generate(request),
      stream: (request) => wrapped.stream(request),
    }
  }
  return fallback(Array.from({ length: 1 + Math.floor(random() * 3) }, inner))
}

test('however decorators are nested, an allowance counts each call once and is never exceeded', async () => {
  for (let seed = 0; seed < 400; seed += 1) {
    const random = seededRandom(seed)
    const count = { calls: 0 }
    const lm = fallback(nested(4, random, count))
    const attempts = Math.floor(random() * 12)
    const allowance = new Allowance({ attempts })
    const request = { ...ask(), allowance }
    const call = seed % 2 === 0 ? lm.generate(request) : collect(lm.stream(request))
    const outcome: unknown = await call.catch((error: unknown) => error)
    expect(count.calls, `seed ${seed}`).toBeLessThanOrEqual(attempts)
    expect(allowance.remainingAttempts, `seed ${seed}`).toBe(attempts - count.calls)
    expect(allowance.spentUSD, `seed ${seed}`).toBe(count.calls)
    if (!(outcome instanceof Error)) expect(outcome).toMatchObject({ costUSD: count.calls })
  }
})

test('retries of nested decorators are bounded together, not multiplied', async () => {
  const count = { calls: 0 }
  const down = (): LM => ({
    ...costly(() => 0, count),
  })
  const options = { attempts: 3, initialDelayMs: 0 }
  const lm = retrying(fallback(retrying(down(), options), retrying(down(), options)), options)
  await expect(lm.generate(ask())).rejects.toBeInstanceOf(LMError)
  // Two LMs, and two retries in all.
  expect(count.calls).toBe(4)
})

test('without any room left no call is made, and the error says what was used up', async () => {
  const count = { calls: 0 }
  const lm = fallback(costly(() => 0.9, count))
  const code = async (allowance: Allowance): Promise<unknown> =>
    lm
      .generate({ ...ask(), allowance })
      .catch((error: unknown) =>
        LMError.is(error) ? error.code : Reflect.get(Object(error), 'code'),
      )
  expect(await code(new Allowance({ attempts: 0 }))).toBe('budget_exceeded')
  expect(await code(new Allowance({ usd: 0 }))).toBe('budget_exceeded')
  expect(await code(new Allowance({ deadlineMs: 0 }))).toBe('lm_timeout')
  expect(count.calls).toBe(0)
})

test('once the money is spent the last error is thrown and no further LM asked', async () => {
  const count = { calls: 0 }
  const lm = retrying(
    costly(() => 0, count),
    { attempts: 9, initialDelayMs: 0 },
  )
  const request = { ...ask(), allowance: new Allowance({ usd: 1.5 }) }
  await expect(lm.generate(request)).rejects.toThrow('503')
  expect(count.calls).toBe(2)
})
