import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { reply } from '../__fixtures__/reply.ts'
import { scratchFolder } from '../__fixtures__/scratch-folder.ts'
import { warnings } from '../__fixtures__/warnings.ts'
import { diskCache } from './disk-cache.ts'

test('a file that is no database is moved aside with a warning, and a new one begun', async () => {
  using folder = scratchFolder()
  using seen = warnings()
  const path = join(folder.path, 'cache.db')
  writeFileSync(path, 'This was never a database, and is long enough to show it.'.repeat(100))
  using cache = diskCache({ path })
  await cache.set('k', reply('x'))
  expect(cache.get('k')).toEqual(reply('x'))
  await seen.settled()
  expect(seen.texts).toEqual([expect.stringContaining('corrupt')])
  expect(readFileSync(`${path}.corrupt`, 'utf8')).toContain('never a database')
})

test('a database that is damaged while in use is begun anew', async () => {
  using folder = scratchFolder()
  using seen = warnings()
  const path = join(folder.path, 'cache.db')
  {
    using cache = diskCache({ path })
    for (let index = 0; index < 200; index += 1) await cache.set(`${index}`, reply('x'.repeat(500)))
  }
  const bytes = readFileSync(path)
  bytes.fill(0xaa, 4096)
  writeFileSync(path, bytes)
  using cache = diskCache({ path })
  for (let index = 0; index < 200; index += 1) expect(cache.get(`${index}`)).toBeUndefined()
  await cache.set('k', reply('x'))
  await cache.set('k', reply('y'))
  expect(cache.get('k')).toEqual(reply('y'))
  await seen.settled()
  expect(seen.texts).toHaveLength(1)
})

test('an entry that is not ours, or of another format, is a miss', async () => {
  using folder = scratchFolder()
  const path = join(folder.path, 'cache.db')
  using cache = diskCache({ path })
  const entries = ['{"half', 'null', '7', JSON.stringify({ ockham: 0, response: reply('old') })]
  for (const index of entries.keys()) await cache.set(`${index}`, reply('x'))
  const database = new DatabaseSync(path)
  for (const [index, text] of entries.entries()) {
    database.prepare('UPDATE reply_1 SET reply = ? WHERE key = ?').run(text, `${index}`)
  }
  database.close()
  expect(entries.map((_, index) => cache.get(`${index}`))).toEqual(Array(4).fill(undefined))
})

test.for<[string, (folder: string) => string]>([
  ['below a file', (folder) => join(folder, 'file', 'cache.db')],
  ['where nothing can be written', () => '/proc/ockham/cache.db'],
  ['that is a folder', (folder) => folder],
])('a path %s is a miss and one warning, never an exception', async ([, place]) => {
  using folder = scratchFolder()
  using seen = warnings()
  writeFileSync(join(folder.path, 'file'), '')
  using cache = diskCache({ path: place(folder.path) })
  for (let count = 0; count < 3; count += 1) {
    await cache.set('k', reply('x'))
    expect(cache.get('k')).toBeUndefined()
  }
  await seen.settled()
  expect(seen.texts).toEqual([expect.stringContaining('cannot be used')])
})

test('a write that another process holds up for ever is given up, and reading goes on', async () => {
  using folder = scratchFolder()
  const path = join(folder.path, 'cache.db')
  using cache = diskCache({ path })
  await cache.set('k', reply('x'))
  const other = new DatabaseSync(path)
  other.exec('BEGIN IMMEDIATE')
  await cache.set('k', reply('y'))
  expect(cache.get('k')).toEqual(reply('x'))
  await expect(cache.clear()).rejects.toThrow('other processes')
  other.exec('COMMIT')
  other.close()
  await cache.set('k', reply('z'))
  expect(cache.get('k')).toEqual(reply('z'))
})

test('a reply that is not JSON is not kept', async () => {
  using folder = scratchFolder()
  using cache = diskCache({ path: join(folder.path, 'cache.db') })
  const circular: { self?: object } = {}
  circular.self = circular
  await cache.set('k', Object.assign(reply('x'), { circular }))
  expect(cache.get('k')).toBeUndefined()
})

test('a lock that a dead process left behind does not stay for ever', async () => {
  using folder = scratchFolder()
  const path = join(folder.path, 'cache.db')
  writeFileSync(path, 'no database '.repeat(1000))
  mkdirSync(`${path}.lock`)
  using cache = diskCache({ path })
  await cache.set('k', reply('x'))
  expect(cache.get('k')).toBeUndefined()
  expect(statSync(path).size).toBe(12_000)
  rmSync(`${path}.lock`, { recursive: true })
  await new Promise((resolve) => setTimeout(resolve, 60))
  await cache.set('k', reply('x'))
  expect(cache.get('k')).toEqual(reply('x'))
  expect(existsSync(`${path}.lock`)).toBe(false)
})
