import { randomUUID } from 'node:crypto'
import { cached, OptionError } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { createClient } from 'redis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reply } from '../__fixtures__/reply.ts'
import {
  type OwnRedis,
  ownRedis,
  sharedRedisURL,
  withoutRedis,
} from './__fixtures__/redis-server.ts'
import { redisCache } from './redis-cache.ts'

test.for([
  {},
  { url: 'http://:hunter2@localhost' },
  { url: 'redis://x', prefix: 'p', ttlMs: 0 },
  { url: 'redis://x', timeoutMs: Number.NaN },
])('options that cannot be used are refused without showing a password: %o', (options) => {
  expect(() => redisCache(options)).toThrow(OptionError)
  expect(() => redisCache(options)).not.toThrow('hunter2')
})

if (withoutRedis) {
  console.warn(
    'Left out: the tests of redisCache with a Redis, since redis-server is not installed.',
  )
}

describe.skipIf(withoutRedis)('with a Redis', () => {
  let own: OwnRedis | undefined
  let url = ''
  const prefix = `test:${randomUUID()}[*]:`

  beforeAll(async () => {
    own = sharedRedisURL === undefined ? await ownRedis() : undefined
    url = sharedRedisURL ?? own?.url ?? ''
  })
  afterAll(() => own?.stop())

  test('a reply is there for every process, for its own time or that of the cache', async () => {
    await using cache = redisCache({ url, prefix, ttlMs: 50 })
    await cache.set('usual', reply('a'))
    await cache.set('own', reply('ä 🦊'), 60_000)
    await using other = redisCache({ url, prefix })
    expect([await other.get('usual'), await other.get('own')]).toEqual([reply('a'), reply('ä 🦊')])
    await new Promise((resolve) => setTimeout(resolve, 80))
    expect([await other.get('usual'), await other.get('own')]).toEqual([undefined, reply('ä 🦊')])
  })

  test('an LM asks it before anything else', async () => {
    const mock = new MockLM(['hello'])
    const request = { messages: [{ role: 'user' as const, content: randomUUID() }] }
    for (const expected of [undefined, true]) {
      await using store = redisCache({ url, prefix })
      const lm = cached(mock, { store, storeTimeoutMs: 5000 })
      expect((await lm.generate(request)).cached).toBe(expected)
    }
    expect(mock.requests).toHaveLength(1)
  })

  test('one reply can be deleted, or all with the prefix and no others', async () => {
    await using cache = redisCache({ url, prefix: `${prefix}x:` })
    await using neighbour = redisCache({ url, prefix: `${prefix.replace('[*]', '*')}x:` })
    await neighbour.set('k', reply('stays'))
    for (let index = 0; index < 1200; index += 1) void cache.set(`${index}`, reply('x'))
    await cache.set('last', reply('x'))
    await cache.delete('last')
    expect(await cache.get('last')).toBeUndefined()
    expect(await cache.get('1199')).toBeDefined()
    await cache.clear()
    expect([await cache.get('0'), await cache.get('1199')]).toEqual([undefined, undefined])
    expect(await neighbour.get('k')).toBeDefined()
    await neighbour.clear()
  })

  test('a client of the user is used as it is, and left open', async () => {
    const client = createClient({ url })
    const cache = redisCache({ client, prefix })
    // Not connected yet: a miss, where the client would wait.
    expect(await cache.get('k')).toBeUndefined()
    await client.connect()
    await cache.set('k', reply('x'))
    expect(await cache.get('k')).toEqual(reply('x'))
    await cache.close()
    expect(client.isReady).toBe(true)
    client.destroy()
  })

  test('what is not ours, or of another format, is a miss', async () => {
    const client = createClient({ url })
    await client.connect()
    await using cache = redisCache({ url, prefix })
    const entries = ['no json', '{"ockham":0,"response":{}}', 'null']
    for (const [index, entry] of entries.entries()) await client.set(`${prefix}${index}`, entry)
    await client.rPush(`${prefix}list`, 'x')
    for (const key of ['0', '1', '2', 'list']) expect(await cache.get(key)).toBeUndefined()
    client.destroy()
  })

  test('a closed cache is empty, keeps nothing, and says that it deletes nothing', async () => {
    const cache = redisCache({ url, prefix })
    await cache.set('k', reply('x'))
    await cache.close()
    await cache.set('k', reply('y'))
    expect(await cache.get('k')).toBeUndefined()
    await expect(cache.delete('k')).rejects.toThrow('closed')
    await cache.close()
  })
})
