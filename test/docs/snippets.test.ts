import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compileAll } from '../compiler/compile.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

/** A program on a page, and what the page says it prints. */
interface Snippet {
  name: string
  code: string
  printed: string | undefined
}

const snippets = ['docs/modules', 'docs/optimizers'].flatMap(pagesOf).flatMap(snippetsOf)
let scratch = ''

beforeAll(() => {
  // Node strips the types of no file in node_modules.
  scratch = mkdtempSync(join(import.meta.dirname, '.snippets-'))
})

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

test('every program of the pages compiles', () => {
  const outputs = compileAll(snippets.map(({ code }) => `${code}\nexport {}`))
  const wrong = snippets.flatMap(({ name }, index) =>
    outputs[index] ? [name, outputs[index]] : [],
  )
  expect(wrong).toEqual([])
})

test.each(snippets)('$name runs and prints what the page says', async ({ code, printed }) => {
  const file = join(scratch, `${Math.random().toString(36).slice(2)}.mts`)
  writeFileSync(file, `${code}\nexport {}\n`)
  const { stdout } = await run(process.execPath, ['--conditions=@ockham/source', file], {
    cwd: join(root, 'test'),
    // Most of the time of these tests is that of loading the packages' sources.
    env: { ...process.env, NODE_COMPILE_CACHE: join(scratch, 'compile-cache') },
  })
  if (printed !== undefined) expect(stdout.trimEnd()).toBe(printed.trimEnd())
})

function pagesOf(folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`)
}

/** Every block of TypeScript is a program of its own; a block of text behind it is what it prints. */
function snippetsOf(page: string): Snippet[] {
  const text = readFileSync(join(root, page), 'utf8')
  const blocks = text.matchAll(/```ts\n([\s\S]*?)```(?:\s*```text\n([\s\S]*?)```)?/g)
  return [...blocks].map(([, code = '', printed], index) => ({
    name: `${page} ${index + 1}`,
    code,
    printed,
  }))
}
