import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scenarios } from './failover-bench/scenarios.ts'

const here = new URL('.', import.meta.url)
const docs = readFileSync(new URL('../../docs/faults.md', here), 'utf8')
const cases = readdirSync(here)
  .filter((name) => /^f\d.*\.test\.ts$|^secrets\.test\.ts$/.test(name))
  .map((name) => readFileSync(new URL(name, here), 'utf8'))
  .join('\n')
const ids = Array.from({ length: 46 }, (_, index) => `F${String(index + 1).padStart(2, '0')}`)

test.each(ids)('%s of the catalogue has its cases, and its line in the docs', (id) => {
  expect(new RegExp(`\\b${id}\\b`).test(cases)).toBe(true)
  expect(docs).toMatch(new RegExp(`^\\| ${id} \\|`, 'm'))
})

test.each(scenarios)('$id of FailoverBench has its line in the docs', ({ id }) => {
  expect(docs).toMatch(new RegExp(`^\\| ${id} \\|.*\\| pass`, 'm'))
})
