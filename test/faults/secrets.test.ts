import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { traces } from './secrets/canaries.ts'
import { echoes } from './secrets/echoes.ts'
import { Wall } from './wall/wall.ts'

const script = fileURLToPath(new URL('secrets/leak.ts', import.meta.url))

test('no key is seen in errors, logs, replies, plans, traces, caches or saved programs (F45)', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ockham-secrets-'))
  try {
    await using wall = await Wall.open({ behaviours: echoes })
    const child = spawn(
      process.execPath,
      [
        ...['--conditions=@ockham/source', '--import', 'tsx', script],
        ...[wall.url, folder, Object.keys(echoes).join(',')],
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    )
    let printed = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        printed += String(chunk)
      })
    }
    const [exitCode] = await once(child, 'close')
    expect({ exitCode, printed }).toMatchObject({ exitCode: 0 })
    expect(traces(printed)).toEqual([])
    expect(printed).toMatch(/\d{4,} things noted/)

    // The wall was told the secrets, so they were there to be found.
    const told = JSON.stringify(wall.of('echo-400').requests.map(({ headers }) => headers))
    expect(traces(told).length).toBeGreaterThan(10)

    const files = await readdir(folder)
    expect(files).toEqual(expect.arrayContaining(['cache.db', 'program.json', 'seen.txt']))
    for (const file of files) {
      const bytes = await readFile(join(folder, file), 'latin1')
      expect({ file, traces: traces(bytes).slice(0, 5) }).toEqual({ file, traces: [] })
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}, 120_000)
