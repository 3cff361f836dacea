import { reply } from '../../__fixtures__/reply.ts'
import { diskCache } from '../disk-cache.ts'

/** A process that writes and reads one cache file as fast as it can: `hammer.ts PATH NAME COUNT`. */
const [path = '', name = '', count = '0'] = process.argv.slice(2)
const cache = diskCache({ path, maxBytes: 8 * 1024 * 1024 })
let wrong = 0
for (let index = 0; index < Number(count); index += 1) {
  const key = `shared ${index % 50}`
  await cache.set(key, reply(key.repeat(20)))
  await cache.set(`${name} ${index}`, reply(`${name} ${index}`))
  const text = cache.get(key)?.outputs[0]?.text
  if (text !== undefined && text !== key.repeat(20)) wrong += 1
}
const kept = Array.from({ length: Number(count) }, (_, index) => cache.get(`${name} ${index}`))
cache.close()
process.stdout.write(JSON.stringify({ wrong, kept: kept.filter((each) => each).length }))
