import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compile } from '../compiler/compile.ts'

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
const program = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''

test('the program of the README is short, compiles and runs', () => {
  expect(program.trim().split('\n').length).toBeLessThanOrEqual(24)
  expect(compile(`${program}\nexport {}`).output).toBe('')

  const folder = join(import.meta.dirname, '../node_modules/.cache/readme')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'program.mts'), program)
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--conditions=@ockham/source', '--import', 'tsx', join(folder, 'program.mts')],
    { cwd: join(import.meta.dirname, '..'), encoding: 'utf8' },
  )
  expect(stderr).toBe('')
  expect(status).toBe(0)
  expect(stdout).toMatch(/^(billing|technical) (true|false)\n/)
  expect(stdout).toContain("model: 'embedded/large'")
})
