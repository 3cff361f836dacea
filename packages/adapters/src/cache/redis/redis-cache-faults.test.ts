import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { reply } from '../__fixtures__/reply.ts'
import { warnings } from '../__fixtures__/warnings.ts'
import { ownRedis, withoutRedis } from './__fixtures__/redis-server.ts'
import type { RedisCache } from './redis-cache.ts'
import { redisCache } from './redis-cache.ts'

/** Asks until there is a reply, as a program that goes on working does. */
async function backIn(cache: RedisCache, limitMs: number): Promise<number> {
  const start = performance.now()
  while (performance.now() - start < limitMs) {
    await cache.set('k', reply('x'))
    if (await cache.get('k')) break
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return performance.now() - start
}

test('a Redis that is not there is a miss and one warning, which shows no password', async () => {
  using seen = warnings()
  await using cache = redisCache({ url: 'redis://me:hunter2@127.0.0.1:1' })
  for (let count = 0; count < 3; count += 1) {
    await cache.set('k', reply('x'))
    expect(await cache.get('k')).toBeUndefined()
  }
  await expect(cache.clear()).rejects.toThrow('out of reach')
  await seen.settled()
  expect(seen.texts).toHaveLength(1)
  expect(seen.texts[0]).toContain('ECONNREFUSED')
  expect(seen.texts[0]).not.toContain('hunter2')
})

describe.skipIf(withoutRedis)('with a Redis of its own', () => {
  test('a Redis that goes down is a miss, and is used again once it is back', async () => {
    await using redis = await ownRedis()
    await using cache = redisCache({ url: redis.url })
    await cache.set('k', reply('x'))
    expect(await cache.get('k')).toEqual(reply('x'))

    await redis.stop()
    const start = performance.now()
    for (let count = 0; count < 1000; count += 1) {
      await cache.set('k', reply('x'))
      expect(await cache.get('k')).toBeUndefined()
    }
    expect(performance.now() - start).toBeLessThan(2000)

    await redis.start()
    expect(await backIn(cache, 10_000)).toBeLessThan(5000)
  })

  test('commands under way when it crashes are misses', async () => {
    await using redis = await ownRedis()
    await using cache = redisCache({ url: redis.url })
    await cache.set('k', reply('x'))
    redis.freeze()
    const waiting = Array.from({ length: 100 }, () => cache.get('k'))
    await new Promise((resolve) => setTimeout(resolve, 20))
    await redis.stop()
    expect(await Promise.all(waiting)).toEqual(Array(100).fill(undefined))
  })

  test('a Redis that hangs costs its time limit once, and is used again once it answers', async () => {
    await using redis = await ownRedis()
    await using cache = redisCache({ url: redis.url, timeoutMs: 200 })
    await cache.set('k', reply('x'))
    redis.freeze()
    const start = performance.now()
    for (let count = 0; count < 500; count += 1) expect(await cache.get('k')).toBeUndefined()
    expect(performance.now() - start).toBeLessThan(1500)
    redis.thaw()
    expect(await backIn(cache, 10_000)).toBeLessThan(5000)
  })

  test('a program that does not close the cache ends all the same', async () => {
    await using redis = await ownRedis()
    const script = fileURLToPath(new URL('__fixtures__/unclosed.ts', import.meta.url))
    const flags = ['--conditions=@ockham/source', '--experimental-strip-types', '--no-warnings']
    const run = promisify(execFile)(process.execPath, [...flags, script, redis.url], {
      timeout: 20_000,
    })
    expect((await run).stdout).toBe('test/a')
    await redis.stop()
    expect(
      (await promisify(execFile)(process.execPath, [...flags, script, redis.url])).stdout,
    ).toBe('nothing')
  })
})
