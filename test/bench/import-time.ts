import { spawnSync } from 'node:child_process'
import { median } from './median.ts'

const rounds = 15

/** Milliseconds that importing a package adds to an empty Node process. */
export function benchImport(): void {
  const programs = {
    empty: '',
    '@ockham/core': "await import('@ockham/core')",
    '@ockham/adapters': "await import('@ockham/adapters')",
    zod: "await import('zod')",
  }
  const times = new Map<string, number[]>(Object.keys(programs).map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, program] of Object.entries(programs)) {
      const startedAt = performance.now()
      const { status, stderr } = spawnSync(
        process.execPath,
        ['--input-type=module', '--eval', program],
        { cwd: import.meta.dirname, encoding: 'utf8' },
      )
      if (status !== 0) throw new Error(`Importing ${name} failed: ${stderr}`)
      times.get(name)?.push(performance.now() - startedAt)
    }
  }
  const floor = median(times.get('empty') ?? [])
  console.log('\nImport time over an empty process (aim: under 30 ms for core)')
  for (const [name, measured] of times) {
    if (name !== 'empty')
      console.log(`  ${name.padEnd(20)} ${(median(measured) - floor).toFixed(1).padStart(6)} ms`)
  }
}
