import { reply } from '../../__fixtures__/reply.ts'
import { redisCache } from '../redis-cache.ts'

/** A program that uses a cache and never closes it: `unclosed.ts URL`. */
const cache = redisCache({ url: process.argv[2] ?? '' })
await cache.set('k', reply('x'))
process.stdout.write((await cache.get('k'))?.model ?? 'nothing')
