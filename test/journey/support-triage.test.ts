import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../examples/01-support-triage')

test('the first example runs offline in under 15 seconds and picks the cheapest adequate model', () => {
  const { LLM_MODEL: _, ...env } = process.env
  const startedAt = performance.now()
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--conditions=@ockham/source', 'main.ts'],
    { cwd: folder, env, encoding: 'utf8' },
  )
  expect(performance.now() - startedAt).toBeLessThan(15_000)
  expect([stderr, status]).toEqual(['', 0])
  expect(stdout).toMatch(/embedded\/nano .* rejected/)
  expect(stdout).toMatch(/embedded\/small .* certified/)
  expect(stdout).toMatch(/embedded\/large .* not-needed/)
  // The README shows what is printed, so it must be this, but for the dates of the certificate.
  const readme = readFileSync(join(folder, '../../README.md'), 'utf8')
  const printed = stdout.slice(stdout.indexOf('Without examples')).trim()
  expect(undated(readme)).toContain(undated(printed))
})

test('it is at most 60 lines of code', () => {
  const lines = readFileSync(join(folder, 'main.ts'), 'utf8').split('\n')
  expect(lines.filter((line) => !/^\s*(\/\/.*)?$/.test(line)).length).toBeLessThanOrEqual(60)
})

test('a key that is missing is an error that says what to set', () => {
  const { OPENAI_API_KEY: _, ...rest } = process.env
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--conditions=@ockham/source', 'main.ts'],
    { cwd: folder, env: { ...rest, LLM_MODEL: 'openai/gpt-5-nano' }, encoding: 'utf8' },
  )
  expect(status).toBe(1)
  expect(stderr).toContain('OPENAI_API_KEY')
})

function undated(text: string): string {
  return text.replaceAll(/\d{4}-\d\d-\d\d/g, 'DATE')
}
