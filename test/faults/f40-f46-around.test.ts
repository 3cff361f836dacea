import { setTimeout as sleep } from 'node:timers/promises'
import { router } from '@ockham/adapters'
import { type CacheStore, cached, type LM, limited, memoryCache, retrying } from '@ockham/core'
import { expect } from 'vitest'
import { ways } from './harness/ask.ts'
import { fault } from './harness/fault.ts'
import { routed } from './harness/routed.ts'
import { answers } from './wall/behaviours/answers.ts'
import { limitedUntilMs } from './wall/behaviours/status-faults.ts'

const refused = (): never => {
  throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
}
const never = (): Promise<never> => new Promise(() => {})

const dated = { 'claude-haiku-4-5': answers, 'claude-haiku-4-5-20251001': answers }

/** Ways for a cache to be of no use. */
const brokenStores: readonly (readonly [string, CacheStore])[] = [
  ['is down', { get: refused, set: refused }],
  ['hangs', { get: never, set: never }],
  ['gives back nonsense', { get: () => JSON.parse('{"model": 1}'), set: () => {} }],
  ['gives back an old shape', { get: () => JSON.parse('{"v": 0, "text": "?"}'), set: () => {} }],
]

for (const way of ways) {
  for (const [how, store] of brokenStores) {
    fault('F41', `a cache that ${how} is a miss (${way})`, async (scene) => {
      const lm = cached(scene.lm('ok'), { store, storeTimeoutMs: 50 })
      for (let call = 0; call < 5; call += 1) await scene.right(lm, way)
      expect(scene.requests('ok')).toBe(5)
    })

    fault('F40', `a provider that fails and a cache that ${how} (${way})`, async (scene) => {
      const cache = { store, storeTimeoutMs: 50 }
      const lm = routed(scene.lm('f06-500'), scene.lm('ok'), { cache })
      for (let call = 0; call < 5; call += 1) {
        const { tookMs } = await scene.right(lm, way)
        expect(tookMs).toBeLessThan(1_500)
      }
    })
  }

  fault('F41', `a cache that hangs is left alone (${way})`, async (scene) => {
    let asked = 0
    const hangs = (): Promise<never> => {
      asked += 1
      return never()
    }
    const lm = cached(scene.lm('ok'), { store: { get: hangs, set: hangs }, storeTimeoutMs: 50 })
    for (let call = 0; call < 10; call += 1) await scene.right(lm, way)
    expect(asked).toBeLessThanOrEqual(4)
  })

  fault('F42', `two hundred identical calls are one (${way})`, async (scene) => {
    const lm = router({ models: [scene.lm('slow')], cache: {} })
    await Promise.all(Array.from({ length: 200 }, () => scene.right(lm, way)))
    expect(scene.requests('slow')).toBe(1)
  })

  fault(
    'F42',
    `two hundred calls on a limited provider are spread (${way})`,
    async (scene) => {
      const lm = retrying(limited(scene.lm('f42-limited'), { adaptive: true }), { attempts: 6 })
      await Promise.all(
        Array.from({ length: 200 }, (_, number) =>
          scene.right(lm, way, { messages: [{ role: 'user', content: `${number}?` }] }),
        ),
      )
      const { times, requests } = scene.wall.of('f42-limited')
      const asked = requests.map(({ body }) => JSON.stringify(body['messages']))
      const again = times.filter((_, call) => asked.indexOf(asked[call] ?? '') !== call)
      // Told to stay away until then, nobody comes again before; and then not all at once.
      const late = again.map((time) => time - (times[0] ?? 0))
      expect(Math.min(...late)).toBeGreaterThanOrEqual(limitedUntilMs - 5)
      expect(busiest(late, 10)).toBeLessThan(150)
    },
    { withinMs: 15_000 },
  )

  fault('F43', `a time to wait that is none is none (${way})`, async (scene) => {
    for (const model of ['f43-past', 'f43-negative', 'f43-nan']) {
      const lm = retrying(scene.lm(model), { initialDelayMs: 5 })
      const { tookMs } = await scene.right(lm, way)
      expect(tookMs).toBeLessThan(1_000)
    }
  })

  fault('F43', `a time to wait of thirty years is a day (${way})`, async (scene) => {
    const { error } = await scene.fails(scene.lm('f43-huge'), way)
    expect(error.retryAfterMs).toBe(24 * 60 * 60 * 1000)
  })

  fault(
    'F44',
    `a price that nobody knows is null, and what the vendor tells goes first (${way})`,
    async (scene) => {
      const { response } = await scene.right(scene.lm('ok'), way)
      expect(response?.costUSD).toBe(0.001)
      const unpriced = await scene.right(scene.lm('ok', {}, 'anthropic'), way)
      expect(unpriced.response?.costUSD).toBeNull()
      const local = await scene.right(scene.lm('ok', {}, 'ollama'), way)
      expect(local.response?.costUSD).toBe(0)
    },
  )

  fault(
    'F44',
    `a model with a date has the price of the model (${way})`,
    async (scene) => {
      const costs = []
      for (const model of ['claude-haiku-4-5', 'claude-haiku-4-5-20251001']) {
        const { response } = await scene.ask(scene.lm(model, {}, 'anthropic'), way)
        costs.push(response?.costUSD)
      }
      expect(costs[0]).toBeGreaterThan(0)
      expect(costs[1]).toBe(costs[0])
    },
    { behaviours: dated, costless: true },
  )

  fault('F46', `tenants do not read each other's replies (${way})`, async (scene) => {
    const store = memoryCache()
    const tenants: readonly LM[] = ['one', 'two'].map((namespace) =>
      cached(scene.lm('ok'), { store, namespace }),
    )
    for (const lm of tenants) {
      await scene.right(lm, way)
      const { response } = await scene.right(lm, way)
      expect(response?.cached).toBe(true)
    }
    expect(scene.requests('ok')).toBe(2)
    await sleep(0)
  })
}

/** The most that came within any stretch of so many milliseconds. */
function busiest(times: readonly number[], ms: number): number {
  return Math.max(
    ...times.map((time) => times.filter((other) => other >= time && other < time + ms).length),
  )
}
