import { setTimeout as sleep } from 'node:timers/promises'
import {
  AbortError,
  Allowance,
  Budget,
  budgeted,
  cached,
  fallback,
  type LM,
  LMError,
  limited,
  retrying,
} from '@ockham/core'
import { expect } from 'vitest'
import { question, type Way, ways } from './harness/ask.ts'
import { fault } from './harness/fault.ts'
import { routed } from './harness/routed.ts'
import type { Scene } from './harness/scene.ts'

const soonMs = 50

/** Calls, leaves once `when` has come true, and checks that the call ends at once. */
async function leave(
  scene: Scene,
  lm: LM,
  way: Way,
  when: () => boolean | Promise<boolean>,
): Promise<void> {
  const controller = new AbortController()
  const call = scene.ask(lm, way, { ...question, signal: controller.signal })
  while (!(await when())) await sleep(5)
  const leftAt = performance.now()
  controller.abort('enough')
  const { error } = await call
  expect(AbortError.is(error)).toBe(true)
  expect(performance.now() - leftAt).toBeLessThan(soonMs)
}

const patient = { timeouts: { firstTokenMs: 60_000, idleMs: 60_000 } }

for (const way of ways) {
  fault('F34', `who has left before the call sends nothing (${way})`, async (scene) => {
    const signal = AbortSignal.abort('gone')
    const { error } = await scene.ask(scene.lm('ok'), way, { ...question, signal })
    expect(AbortError.is(error)).toBe(true)
    expect(scene.requests('ok')).toBe(0)
  })

  for (const wire of ['openai', 'anthropic', 'ollama', 'gemini'] as const) {
    fault(
      'F34',
      `leaving before the headers closes the socket (${wire}, ${way})`,
      async (scene) => {
        const lm = scene.lm('f11-silent', patient, wire)
        await leave(scene, lm, way, () => scene.requests('f11-silent') > 0)
        while (scene.wall.busy > 0) await sleep(5)
        expect(scene.wall.of('f11-silent').closedByClient).toBe(1)
      },
    )

    fault('F34', `leaving midway closes the socket (${wire}, ${way})`, async (scene) => {
      const lm = scene.lm('f13-stall', patient, wire)
      await leave(scene, lm, way, () => sleep(60, scene.requests('f13-stall') > 0))
      while (scene.wall.busy > 0) await sleep(5)
      expect(scene.wall.of('f13-stall').closedByClient).toBe(1)
    })
  }

  fault('F34', `leaving a pause between attempts ends it (${way})`, async (scene) => {
    const lm = retrying(scene.lm('f02-for-ever'), { initialDelayMs: 30_000, random: () => 0.9 })
    await leave(scene, lm, way, () => sleep(30, scene.requests('f02-for-ever') > 0))
    expect(scene.requests('f02-for-ever')).toBe(1)
  })

  fault('F34', `leaving a router that waits for a route ends it (${way})`, async (scene) => {
    const lm = routed(scene.lm('f02-for-ever'), scene.lm('f01-seconds'), { random: () => 0.9 })
    await leave(scene, lm, way, () => sleep(30, scene.requests('f01-seconds') > 0))
  })

  fault('F34', `leaving a queue gives the place to the next (${way})`, async (scene) => {
    const lm = limited(scene.lm('f13-stall', patient), { concurrency: 1 })
    const first = new AbortController()
    const holder = scene.ask(lm, 'stream', { ...question, signal: first.signal })
    while (scene.requests('f13-stall') === 0) await sleep(5)
    await leave(scene, lm, way, () => sleep(20, true))
    first.abort()
    await holder
    expect(scene.requests('f13-stall')).toBe(1)
    scene.wall.heal()
    await scene.right(lm, way)
  })

  fault('F34', `who leaves a shared call takes nobody along (${way})`, async (scene) => {
    const lm = cached(scene.lm('slow'))
    const stays = scene.right(lm, way)
    const leaves = leave(scene, lm, way, () => sleep(20, scene.requests('slow') > 0))
    await Promise.all([stays, leaves])
    expect(scene.requests('slow')).toBe(1)
  })

  fault('F34', `who leaves gets the money back (${way})`, async (scene) => {
    const budget = new Budget({ usd: 1, unknownCostUSD: 0.4 })
    const lm = budgeted(scene.lm('f11-silent', patient), budget)
    await leave(scene, lm, way, () => scene.requests('f11-silent') > 0)
    const { usd } = budget.remaining()
    expect(usd + budget.spent().usd).toBeCloseTo(1)
    scene.wall.heal()
    await scene.right(lm, way)
  })

  fault('F35', `no pause is begun that outlasts the deadline (${way})`, async (scene) => {
    const lm = retrying(scene.lm('f02-for-ever'), { initialDelayMs: 20_000, random: () => 0.9 })
    const { error, tookMs } = await scene.fails(lm, way, {
      ...question,
      allowance: new Allowance({ deadlineMs: 2_000 }),
    })
    expect(LMError.is(error)).toBe(true)
    expect(tookMs).toBeLessThan(500)
  })

  fault('F35', `a deadline too short for the pause goes on to the next (${way})`, async (scene) => {
    const primary = retrying(scene.lm('f01-long'))
    const request = { ...question, allowance: new Allowance({ deadlineMs: 2_000 }) }
    const { tookMs } = await scene.right(fallback(primary, scene.lm('ok')), way, request)
    expect(tookMs).toBeLessThan(500)
  })
}

fault('F34', 'breaking out of a stream closes the socket', async (scene) => {
  const lm = routed(scene.lm('f13-stall', patient), scene.lm('ok'))
  for await (const event of lm.stream(question)) {
    expect(event.type).toBe('text-delta')
    break
  }
  while (scene.wall.busy > 0) await sleep(5)
  expect(scene.wall.of('f13-stall').closedByClient).toBe(1)
  expect(scene.requests('ok')).toBe(0)
})
