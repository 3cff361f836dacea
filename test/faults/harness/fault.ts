import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { Wall, type WallOptions } from '../wall/wall.ts'
import { Scene } from './scene.ts'
import { warmUp } from './warm-up.ts'

beforeAll(warmUp)

/** How a case differs from others. */
export interface FaultOptions extends WallOptions {
  /** All of it must be over by then. Default 6000 ms. */
  withinMs?: number
  /** What the case asks is not counted in dollars, or cannot be. */
  costless?: boolean
  /** The LMs of the case cannot work again, whatever the wall does. */
  hopeless?: boolean
}

/**
 * One case of the fault catalogue against a wall of its own. Beside what the case checks: it is over
 * in time, what was billed was told, nothing is left open, no promise is rejected behind its back, and
 * the same LMs answer as they should as soon as the wall does.
 */
export function fault(
  id: string,
  title: string,
  run: (scene: Scene) => Promise<void>,
  options: FaultOptions = {},
): void {
  test(`${id}: ${title}`, async () => {
    const rejections: unknown[] = []
    const onRejection = (reason: unknown): void => void rejections.push(reason)
    process.on('unhandledRejection', onRejection)
    try {
      await using wall = await Wall.open(options)
      const scene = new Scene(wall)
      const timers = runningTimers()
      const startedAt = performance.now()
      await run(scene)
      expect(performance.now() - startedAt).toBeLessThan(options.withinMs ?? 6_000)
      if (!options.costless) scene.checkCost()
      await nothingOpen(wall, timers)
      wall.heal()
      if (!options.hopeless) await scene.checkHealth()
      await nothingOpen(wall, timers)
      expect(rejections).toEqual([])
    } finally {
      process.off('unhandledRejection', onRejection)
    }
  })
}

/** Timers that keep the process alive. */
function runningTimers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
}

/** Waits a little for what is on its way, and then insists. */
async function nothingOpen(wall: Wall, timers: number): Promise<void> {
  const giveUpAt = performance.now() + 1_000
  const isClean = (): boolean => wall.busy === 0 && runningTimers() <= timers
  while (!isClean() && performance.now() < giveUpAt) await sleep(5)
  expect({ busy: wall.busy, timers: Math.max(runningTimers(), timers) }).toEqual({
    busy: 0,
    timers,
  })
}
