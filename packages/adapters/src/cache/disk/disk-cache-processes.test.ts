import { execFile } from 'node:child_process'
import { closeSync, existsSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { reply } from '../__fixtures__/reply.ts'
import { scratchFolder } from '../__fixtures__/scratch-folder.ts'
import { diskCache } from './disk-cache.ts'

const script = fileURLToPath(new URL('__fixtures__/hammer.ts', import.meta.url))
const run = promisify(execFile)
const names = ['a', 'b', 'c', 'd']
const usualCount = 500

interface Report {
  stderr: string
  wrong: number
  kept: number
}

async function hammer(path: string, count = usualCount): Promise<Report[]> {
  const flags = ['--conditions=@ockham/source', '--experimental-strip-types', '--no-warnings']
  return Promise.all(
    names.map(async (name) => {
      const { stdout, stderr } = await run(process.execPath, [
        ...flags,
        script,
        path,
        name,
        String(count),
      ])
      return { stderr, ...JSON.parse(stdout) }
    }),
  )
}

test('four processes share one file: no error, no wrong reply, and nothing written is lost', async () => {
  using folder = scratchFolder()
  const path = join(folder.path, 'cache.db')
  const reports = await hammer(path)
  expect(reports.map(({ stderr, wrong }) => [stderr, wrong])).toEqual(names.map(() => ['', 0]))
  // A cache may forget, yet not for being shared.
  expect(reports.map(({ kept }) => kept)).toEqual(names.map(() => usualCount))
  using cache = diskCache({ path })
  for (const name of names) expect(cache.get(`${name} ${usualCount - 1}`)).toBeDefined()
  const database = new DatabaseSync(path)
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  database.close()
})

test('four processes that find a corrupt file begin one new file', async () => {
  using folder = scratchFolder()
  const path = join(folder.path, 'cache.db')
  writeFileSync(path, 'This was never a database.'.repeat(1000))
  const reports = await hammer(path)
  expect(reports.map(({ wrong }) => wrong)).toEqual([0, 0, 0, 0])
  expect(existsSync(`${path}.corrupt`)).toBe(true)
  using cache = diskCache({ path })
  for (const name of names) expect(cache.get(`${name} ${usualCount - 1}`)).toBeDefined()
})

test('a file that is damaged under four processes does none of them any harm', async () => {
  using folder = scratchFolder()
  const path = join(folder.path, 'cache.db')
  const running = hammer(path, 800)
  for (let damages = 0; damages < 3; damages += 1) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    if (existsSync(path)) damage(path)
  }
  const reports = await running
  expect(reports.map(({ wrong }) => wrong)).toEqual([0, 0, 0, 0])
  using cache = diskCache({ path })
  await cache.set('k', reply('x'))
  await cache.set('k', reply('x'))
  expect(cache.get('k')).toEqual(reply('x'))
})

/** Overwrites all but the first page, as a bad disk could. */
function damage(path: string): void {
  const { size } = statSync(path)
  const file = openSync(path, 'r+')
  if (size > 4096) writeSync(file, Buffer.alloc(size - 4096, 0xaa), 0, size - 4096, 4096)
  closeSync(file)
}
