import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reply } from '../__fixtures__/reply.ts'
import { scratchFolder } from '../__fixtures__/scratch-folder.ts'
import { diskCache } from './disk-cache.ts'

const kilobyte = 'x'.repeat(1000)

test('the file does not grow beyond its limit, whatever is put into it', async () => {
  using folder = scratchFolder()
  const path = join(folder.path, 'cache.db')
  const maxBytes = 512 * 1024
  {
    using cache = diskCache({ path, maxBytes })
    for (let index = 0; index < 3000; index += 1) {
      await cache.set(`key ${index}`, reply(kilobyte.repeat(1 + (index % 20))))
    }
    const kept = Array.from({ length: 3000 }, (_, index) => cache.get(`key ${index}`) !== undefined)
    expect(kept.at(-1)).toBe(true)
    expect(kept.filter(Boolean).length).toBeGreaterThan(20)
  }
  expect(statSync(path).size).toBeLessThan(maxBytes * 1.25)
})

test('what was not used for longest goes first', async () => {
  using folder = scratchFolder()
  using cache = diskCache({ path: join(folder.path, 'cache.db'), maxBytes: 256 * 1024 })
  for (let index = 0; index < 5; index += 1) await cache.set(`old ${index}`, reply(kilobyte))
  for (let index = 0; index < 400; index += 1) {
    await cache.set(`new ${index}`, reply(kilobyte))
    await new Promise((resolve) => setTimeout(resolve, index % 20 === 0 ? 2 : 0))
    cache.get('old 3')
  }
  const kept = [0, 1, 2, 3, 4].map((index) => cache.get(`old ${index}`) !== undefined)
  expect(kept).toEqual([false, false, false, true, false])
})

test('replies whose time is over make room first', async () => {
  using folder = scratchFolder()
  using cache = diskCache({ path: join(folder.path, 'cache.db'), maxBytes: 256 * 1024 })
  for (let index = 0; index < 20; index += 1) await cache.set(`keep ${index}`, reply(kilobyte))
  for (let index = 0; index < 100; index += 1) await cache.set(`short ${index}`, reply(kilobyte), 1)
  await new Promise((resolve) => setTimeout(resolve, 5))
  for (let index = 0; index < 60; index += 1) await cache.set(`late ${index}`, reply(kilobyte))
  const kept = Array.from({ length: 20 }, (_, index) => cache.get(`keep ${index}`) !== undefined)
  expect(kept).toEqual(Array(20).fill(true))
})

test('a reply that would fill half the cache is not kept', async () => {
  using folder = scratchFolder()
  using cache = diskCache({ path: join(folder.path, 'cache.db'), maxBytes: 256 * 1024 })
  await cache.set('huge', reply('x'.repeat(200_000)))
  expect(cache.get('huge')).toBeUndefined()
})
