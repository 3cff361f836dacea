import { setTimeout as sleep } from 'node:timers/promises'
import { router } from '@ockham/adapters'
import { AllRoutesFailedError } from '@ockham/core'
import { expect } from 'vitest'
import { ask, ways } from './harness/ask.ts'
import { fault } from './harness/fault.ts'
import { routed } from './harness/routed.ts'

const openMs = 300
const breaker = { failures: 3, openMs, maxOpenMs: openMs }

for (const way of ways) {
  fault('F38', `a flapping primary is asked by one probe a pause (${way})`, async (scene) => {
    const lm = routed(scene.lm('f38-flapping'), scene.lm('ok'), { breaker })
    for (let call = 0; call < 3; call += 1) await scene.right(lm, way)
    const opened = scene.requests('f38-flapping')
    expect(opened).toBeLessThanOrEqual(4)

    // Sixteen callers at once, through three pauses: no more than a probe each.
    const until = performance.now() + 3 * openMs
    while (performance.now() < until) {
      await Promise.all(Array.from({ length: 16 }, () => scene.right(lm, way)))
      await sleep(20)
    }
    const probes = scene.requests('f38-flapping') - opened
    expect(probes).toBeGreaterThanOrEqual(1)
    expect(probes).toBeLessThanOrEqual(4)

    scene.wall.heal()
    await sleep(openMs + 50)
    await scene.right(lm, way)
    const { response } = await scene.right(lm, way)
    expect(response?.model).toBe('openai/f38-flapping')
  })

  fault('F38', `many probes at once are one (${way})`, async (scene) => {
    const lm = routed(scene.lm('f38-flapping'), scene.lm('ok'), { breaker })
    for (let call = 0; call < 3; call += 1) await scene.right(lm, way)
    const before = scene.requests('f38-flapping')
    await sleep(openMs + 20)
    await Promise.all(Array.from({ length: 32 }, () => scene.right(lm, way)))
    expect(scene.requests('f38-flapping') - before).toBe(1)
  })

  fault(
    'F39',
    `when all circuits are open, the first to close is waited for (${way})`,
    async (scene) => {
      const models = [scene.lm('f38-flapping~a'), scene.lm('f38-flapping~b')]
      const lm = router({ models, strategy: 'ordered', breaker, deadlineMs: 4_000, attempts: 2 })
      for (let call = 0; call < 4; call += 1) await ask(lm, way)
      scene.wall.heal()
      const { tookMs } = await scene.right(lm, way)
      expect(tookMs).toBeLessThan(openMs + 500)
    },
  )

  fault(
    'F39',
    `when none closes in time, the error tells of each, and when (${way})`,
    async (scene) => {
      const models = [scene.lm('f38-flapping~a'), scene.lm('f38-flapping~b')]
      const slow = { failures: 2, openMs: 5_000 }
      const lm = router({ models, strategy: 'ordered', breaker: slow, deadlineMs: 300 })
      for (let call = 0; call < 4; call += 1) await ask(lm, way)
      const { error, tookMs } = await scene.fails(lm, way)
      expect(AllRoutesFailedError.is(error)).toBe(true)
      expect(error.message).toContain('f38-flapping~a')
      expect(error.message).toContain('f38-flapping~b')
      expect(error.retryAfterMs).toBeGreaterThan(1_000)
      expect(error.retryAfterMs).toBeLessThanOrEqual(5_000)
      expect(tookMs).toBeLessThan(600)
    },
    { hopeless: true },
  )

  fault('F39', `every cause is told (${way})`, async (scene) => {
    const lm = routed(scene.lm('f06-page'), scene.lm('f15-clean-end'))
    const { error } = await scene.fails(lm, way)
    expect(AllRoutesFailedError.is(error)).toBe(true)
    const codes = AllRoutesFailedError.is(error)
      ? error.errors.map((each) => Object(each).code)
      : []
    expect(codes).toContain('lm_server')
    expect(codes.some((code) => code === 'lm_stream_truncated' || code === 'lm_transport')).toBe(
      true,
    )
  })
}
