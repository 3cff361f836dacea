import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { cached, OptionError } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { expect, test } from 'vitest'
import { reply } from '../__fixtures__/reply.ts'
import { scratchFolder } from '../__fixtures__/scratch-folder.ts'
import { warnings } from '../__fixtures__/warnings.ts'
import { diskCache } from './disk-cache.ts'

test('a reply is there after the cache was closed and opened again', async () => {
  using folder = scratchFolder()
  const path = join(folder.path, 'deep', 'down', 'cache.db')
  {
    using cache = diskCache({ path })
    await cache.set('k', reply('ä “quoted” 🦊'))
    expect(cache.get('k')).toEqual(reply('ä “quoted” 🦊'))
  }
  using again = diskCache({ path })
  expect(again.get('k')).toEqual(reply('ä “quoted” 🦊'))
  expect(again.get('other')).toBeUndefined()
})

test('a program that runs again calls nothing, and its reply is marked as cached', async () => {
  using folder = scratchFolder()
  const path = join(folder.path, 'cache.db')
  const request = { messages: [{ role: 'user' as const, content: 'hi' }] }
  const mock = new MockLM(['hello'])
  for (const expected of [undefined, true]) {
    using store = diskCache({ path })
    expect((await cached(mock, { store }).generate(request)).cached).toBe(expected)
  }
  expect(mock.requests).toHaveLength(1)
})

test('nothing is made or loaded before the first use', () => {
  using folder = scratchFolder()
  using _cache = diskCache({ path: join(folder.path, 'cache.db') })
  expect(existsSync(join(folder.path, 'cache.db'))).toBe(false)
})

test('nobody but its owner can read the file', async () => {
  using folder = scratchFolder()
  const path = join(folder.path, 'cache.db')
  using cache = diskCache({ path })
  await cache.set('k', reply('private'))
  for (const end of ['', '-wal']) expect(statSync(path + end).mode & 0o077).toBe(0)
})

test('node does not tell that its SQLite is new; other warnings come through', async () => {
  using folder = scratchFolder()
  using seen = warnings()
  using cache = diskCache({ path: join(folder.path, 'cache.db') })
  cache.get('k')
  process.emitWarning('another one')
  await seen.settled()
  expect(seen.texts).toEqual(['another one'])
})

test('a reply is gone when its own time or that of the cache is over', async () => {
  using folder = scratchFolder()
  using cache = diskCache({ path: join(folder.path, 'cache.db'), ttlMs: 30 })
  await cache.set('usual', reply('a'))
  await cache.set('own', reply('b'), 60_000)
  expect(cache.get('usual')).toBeDefined()
  await new Promise((resolve) => setTimeout(resolve, 40))
  expect([cache.get('usual'), cache.get('own')]).toEqual([undefined, reply('b')])
})

test('one reply or all of them can be deleted, and the room is given back', async () => {
  using folder = scratchFolder()
  const path = join(folder.path, 'cache.db')
  {
    using cache = diskCache({ path })
    for (const key of ['a', 'b', 'c']) await cache.set(key, reply('x'.repeat(200_000)))
    await cache.delete('a')
    expect([cache.get('a'), cache.get('b')?.model]).toEqual([undefined, 'test/a'])
    await cache.clear()
    expect(cache.get('b')).toBeUndefined()
  }
  expect(statSync(path).size).toBeLessThan(100_000)
})

test('a closed cache is empty, keeps nothing, and says that it deletes nothing', async () => {
  using folder = scratchFolder()
  const cache = diskCache({ path: join(folder.path, 'cache.db') })
  await cache.set('k', reply('x'))
  cache.close()
  await cache.set('k', reply('y'))
  expect(cache.get('k')).toBeUndefined()
  await expect(cache.delete('k')).rejects.toThrow('closed')
  cache.close()
})

test.for([
  { path: '' },
  { path: ':memory:' },
  { path: 'x', maxBytes: 10 },
  { path: 'x', maxBytes: Number.NaN },
  { path: 'x', ttlMs: 0 },
])('options that cannot be used are refused: %o', (options) => {
  expect(() => diskCache(options)).toThrow(OptionError)
})
