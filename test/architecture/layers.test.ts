import { expect, test } from 'vitest'
import { packages, sourceFiles } from './source-files.ts'

/** Core's folders from the bottom up; a folder may import from earlier rows only, never from its own. */
const layers = [
  ['internal', 'errors'],
  ['schema'],
  ['signature'],
  ['example', 'lm', 'interpreter'],
  ['prompt'],
  ['settings'],
  ['module'],
  ['retrieval'],
  ['predict'],
  ['streaming', 'evaluate'],
  ['testing'],
  ['index.ts', 'testing.ts'],
]

/** What each package may import beside its own files, Node and its declared dependencies. */
const packageImports = { core: [], adapters: ['@ockham/core'], optimizers: ['@ockham/core'] }

function folderOf(path: string): string {
  return path.split('/')[0] ?? path
}

function rankOf(path: string): number {
  return layers.findIndex((row) => row.includes(folderOf(path)))
}

test('every folder of core has its place in the list of layers', () => {
  const strangers = sourceFiles('core').filter(({ path }) => rankOf(path) < 0)
  expect(strangers.map(({ path }) => path)).toEqual([])
})

test('imports inside core, of types too, lead to lower layers only', () => {
  const upward = sourceFiles('core').flatMap(({ path, imports }) =>
    imports
      .filter((target) => target.endsWith('.ts') && folderOf(target) !== folderOf(path))
      .filter((target) => rankOf(target) >= rankOf(path))
      .map((target) => `${path} -> ${target}`),
  )
  expect(upward).toEqual([])
})

test.each(packages)('%s imports other packages of ours only as the list allows', (name) => {
  const allowed: readonly string[] = packageImports[name]
  const wrong = sourceFiles(name).flatMap(({ path, imports }) =>
    imports
      .filter((target) => target.startsWith('@ockham/') && !allowed.includes(target))
      .map((target) => `${path} -> ${target}`),
  )
  expect(wrong).toEqual([])
})

test.each(packages)('no file of %s reaches out of its package by path', (name) => {
  const outside = sourceFiles(name).flatMap(({ path, imports }) =>
    imports.filter((target) => target.startsWith('..')).map((target) => `${path} -> ${target}`),
  )
  expect(outside).toEqual([])
})

test.each(packages)('the files of %s import each other without a cycle', (name) => {
  const graph = new Map(sourceFiles(name).map(({ path, imports }) => [path, imports]))
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
    if (trail.includes(path) || done.has(path)) return
    for (const target of graph.get(path) ?? []) visit(target, [...trail, path])
    done.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  expect(cycles).toEqual([])
})
