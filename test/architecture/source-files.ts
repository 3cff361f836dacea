import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One source file of a package. */
export interface SourceFile {
  /** Path below the package's `src`, such as `prompt/chat/chat-adapter.ts`. */
  path: string
  text: string
  lines: number
  /** What it imports: paths below `src` for its own package, else package names. */
  imports: string[]
}

const root: string = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
export const packages = ['core', 'adapters', 'optimizers'] as const

const importPattern =
  /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:\{[^}]*\})?[^'"\n;]*?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g

/** The sources of a package, without its tests and fixtures. */
export function sourceFiles(name: (typeof packages)[number]): SourceFile[] {
  const source = join(root, 'packages', name, 'src')
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/\.(test|test-d)\.ts$/.test(path))
    .filter((path) => !path.includes('__fixtures__'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(source, path), 'utf8')
      return { path, text, lines: text.split('\n').length - 1, imports: importsOf(path, text) }
    })
}

function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(importPattern)].map((match) => {
    const target = match[1] ?? match[2] ?? ''
    return target.startsWith('.') ? relative('.', join(dirname(path), target)) : target
  })
}
