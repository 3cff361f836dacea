import { expect, test } from 'vitest'
import { packages, sourceFiles } from './source-files.ts'

const files = packages.flatMap((name) =>
  sourceFiles(name).map((file) => ({ ...file, path: `${name}/${file.path}` })),
)

/** The lines of code, without comments and without what stands in quotes, that match a pattern. */
function linesWith(pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line))
      .map((line) => line.replaceAll(/'(?:[^'\\]|\\.)*'|`[^`]*`|\/\/ .*$/g, ''))
      .filter((line) => pattern.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  )
}

test('nothing is exported by default', () => {
  expect(linesWith(/\bexport default\b/)).toEqual([])
})

test('an index names what it exports', () => {
  expect(linesWith(/\bexport \*/)).toEqual([])
})

test('no type is any', () => {
  expect(linesWith(/(?::|<|\bas|\||&|=>|,|\()\s*any\b(?!\w)/)).toEqual([])
})

test('no cast goes through unknown', () => {
  expect(linesWith(/\bas unknown as\b/)).toEqual([])
})

test('no compiler check is switched off', () => {
  const found = files.filter(({ text }) => /@ts-(ignore|expect-error|nocheck)/.test(text))
  expect(found.map(({ path }) => path)).toEqual([])
})

test('no file or folder has a name that says nothing', () => {
  const empty = /(^|\/)(utils?|helpers?|types|common|misc|base)(\.ts|\/)/
  expect(files.map(({ path }) => path).filter((path) => empty.test(path))).toEqual([])
})

test('files and folders are in kebab case', () => {
  const odd = files
    .map(({ path }) => path)
    .filter((path) => !/^[a-z0-9]+(?:[-/][a-z0-9]+)*\.ts$/.test(path))
  expect(odd).toEqual([])
})

test('no identifier of the LM package says Adapter, which is the word for prompt adapters', () => {
  const found = files.filter(
    ({ path, text }) =>
      path.startsWith('adapters/') && /\b\w*Adapter\w*\b/.test(stripComments(text)),
  )
  expect(found.map(({ path }) => path)).toEqual([])
})

function stripComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$|'(?:[^'\\\n]|\\.)*'|`[^`]*`/gm, '')
}
