import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as optimizers from '@ockham/optimizers'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../docs/optimizers')
const choosing = readFileSync(join(folder, 'README.md'), 'utf8')
const rows = [...choosing.matchAll(/^\| \[`(\w+)`\]\(([^)]+)\) \|/gm)].map(
  ([, name = '', page = '']) => ({ name, page }),
)

/** The names under which classes with `compile` are exported; of two names of the same class the longer one. */
function optimizerNames(): string[] {
  const names = new Map<unknown, string>()
  for (const [name, value] of Object.entries(optimizers)) {
    if (typeof value !== 'function' || !('compile' in Object(value.prototype))) continue
    if (name.length > (names.get(value)?.length ?? 0)) names.set(value, name)
  }
  return [...names.values()]
}

test('every optimizer has a row in the table of the choosing page, and no row is of another name', () => {
  expect(rows.map(({ name }) => name).toSorted()).toEqual(optimizerNames().toSorted())
})

test.each(rows)('$name has a page that begins with its name', ({ name, page }) => {
  const path = join(folder, page)
  expect(existsSync(path), `${path} exists`).toBe(true)
  if (!page.includes('/')) expect(readFileSync(path, 'utf8').startsWith(`# ${name}\n`)).toBe(true)
})

test('the choosing page links every page, in its table or its text', () => {
  const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')
  const linked = [...choosing.matchAll(/\]\(([\w-]+\.md)[#)]/g)].map(([, page]) => page)
  expect(pages.filter((page) => !linked.includes(page))).toEqual([])
})
