import { expect, test } from 'vitest'
import { packages, sourceFiles } from './source-files.ts'

const hardLimit = 250
const usualLimit = 150
const median = 60

/** Files that may pass the hard limit, each with its reason. */
const exemptions: Record<string, string> = {
  'core/index.ts': 'the table of contents of the public API, a line a name',
}

const files = packages.flatMap((name) =>
  sourceFiles(name).map((file) => ({ ...file, path: `${name}/${file.path}` })),
)
const sizes = files.map(({ lines }) => lines).sort((a, b) => a - b)

test('no file is longer than two screens can hold', () => {
  const long = files.filter(({ path, lines }) => lines > hardLimit && !(path in exemptions))
  expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([])
})

test('nine files in ten are short', () => {
  expect(sizes[Math.floor(sizes.length * 0.9)]).toBeLessThanOrEqual(usualLimit)
})

test('most files fit on one screen', () => {
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(median)
})
