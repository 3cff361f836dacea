import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../../..')
let dist = ''

beforeAll(async () => {
  const cache = join(root, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  dist = mkdtempSync(join(cache, 'bundled-'))
  await run(process.execPath, ['../../bundle.ts', dist], { cwd: root })
})

afterAll(() => rmSync(dist, { recursive: true }))

test('the bundled package finds its thread', async () => {
  const code = `
    import { quickJS } from ${JSON.stringify(pathToFileURL(join(dist, 'index.js')).href)}
    const interpreter = quickJS()({ functions: { add: (a, b) => a + b } })
    console.log(await interpreter.run('print("hi"); await add(1, 2)'))`
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code])
  expect(stdout).toBe("{ output: 'hi\\n', value: 3 }\n")
})

test('importing the bundled package loads neither QuickJS nor the parser', () => {
  const texts = readdirSync(dist)
    .filter((name) => /^(index|chunk-.*)\.js$/.test(name))
    .map((name) => readFileSync(join(dist, name), 'utf8'))
  expect(texts.length).toBeGreaterThan(0)
  for (const text of texts) {
    expect(text).not.toMatch(/from ["'](quickjs-emscripten-core|acorn|@jitl)/)
    expect(text).not.toMatch(/import\(["'](quickjs-emscripten-core|acorn|@jitl)/)
  }
})
