import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../examples')

/** What each story must end up saying, offline. */
const shown: Readonly<Record<string, readonly RegExp[]>> = {
  '02-extraction': [/3 x desk lamps/, /in 1 call$/m, /score 1\.00/],
  '03-rag': [/Refunds are paid within 5 working days/, /found for\n6, and/],
  '04-agent': [/track_parcel/, /Correct the arguments/, /\(49\.50 euros paid back, 6 calls\)/],
  '06-code-agent': [/-> Bern, -32\.7 %/, /800 complain/],
  '07-routing': [
    /failed +bargain\/basement/,
    /refused +bargain\/basement .*confidential/,
    /chosen +embedded\/large/,
    /The budget holds/,
    /Spent: 6 calls/,
  ],
  '08-conversation': [/1584/, /You are Ana, and you asked: “When was the oldest clock made\?”/],
  '09-cheapest-models': [
    /^uniform: embedded\/large, for 100\.0 %.*\nNothing was certified/m,
    /^per-predictor: team: embedded\/large, urgency: embedded\/nano, for 54\.0 %.*\nOn the 186/m,
    /^cascade: .* agreeing, else embedded\/large, for 43\.4 %.*\nOn the 186/m,
    /from production it holds: true/,
  ],
}

test('every example is listed here, or has tests of its own', () => {
  const others = ['01-support-triage', '05-browser']
  expect(readdirSync(folder).sort()).toEqual([...Object.keys(shown), ...others].sort())
})

test.each(Object.entries(shown))('%s runs offline and tells its story', (name, patterns) => {
  const { stdout, stderr, status } = run(name, {})
  expect([stderr, status]).toEqual(['', 0])
  for (const pattern of patterns) expect(stdout).toMatch(pattern)
})

test.each(Object.keys(shown))('%s asks for the key of the model it is told to use', (name) => {
  const { stderr, status } = run(name, { LLM_MODEL: 'openai/gpt-5-nano' })
  expect(status).toBe(1)
  expect(stderr).toContain('OPENAI_API_KEY')
})

test.each(Object.keys(shown))('%s is at most 60 lines of code', (name) => {
  const lines = readFileSync(join(folder, name, 'main.ts'), 'utf8').split('\n')
  expect(lines.filter((line) => !/^\s*(\/\/.*)?$/.test(line)).length).toBeLessThanOrEqual(60)
})

function run(name: string, settings: Readonly<Record<string, string>>) {
  const { LLM_MODEL: _, OPENAI_API_KEY: __, ...env } = process.env
  return spawnSync(process.execPath, ['--conditions=@ockham/source', 'main.ts'], {
    cwd: join(folder, name),
    env: { ...env, ...settings },
    encoding: 'utf8',
    input: '',
  })
}
