import { cached } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { Keyv } from 'keyv'
import { expect, test } from 'vitest'
import { reply } from './__fixtures__/reply.ts'
import { keyvCache } from './keyv-cache.ts'

test('a Keyv keeps replies for their time, and forgets the one it is told to', async () => {
  const cache = keyvCache(new Keyv({ namespace: 'llm' }))
  await cache.set('long', reply('ä 🦊'))
  await cache.set('short', reply('b'), 20)
  expect([await cache.get('long'), await cache.get('short')]).toEqual([reply('ä 🦊'), reply('b')])
  await new Promise((resolve) => setTimeout(resolve, 40))
  expect(await cache.get('short')).toBeUndefined()
  await cache.delete?.('long')
  expect(await cache.get('long')).toBeUndefined()
})

test('a Map is such a store too', async () => {
  const cache = keyvCache(new Map())
  await cache.set('k', reply('x'))
  expect(await cache.get('k')).toEqual(reply('x'))
  expect(await cache.get('other')).toBeUndefined()
})

test('what others have put there is a miss', async () => {
  const keyv = new Keyv()
  const cache = keyvCache(keyv)
  const entries = [{ object: 1 }, 'no json', '{"ockham":0,"response":{}}', 'null', 7]
  for (const [index, entry] of entries.entries()) await keyv.set(`${index}`, entry)
  for (const index of entries.keys()) expect(await cache.get(`${index}`)).toBeUndefined()
})

test('a store that fails is a miss to an LM', async () => {
  const down = (): never => {
    throw new Error('down')
  }
  const lm = cached(new MockLM(['yes']), { store: keyvCache({ get: down, set: down }) })
  const { outputs } = await lm.generate({ messages: [{ role: 'user', content: 'hi' }] })
  expect(outputs[0]?.text).toBe('yes')
})
