import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as adapters from '@ockham/adapters'
import * as core from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import * as optimizers from '@ockham/optimizers'
import { expect, test } from 'vitest'
import { compile, compileAll } from '../compiler/compile.ts'

const root = join(import.meta.dirname, '../..')
const guide = readFileSync(join(root, 'docs/from-dspy.md'), 'utf8')
const recorded: string[] = JSON.parse(
  readFileSync(join(root, 'test/parity/vectors/recorded/dspy-names.json'), 'utf8'),
)
const exported: Readonly<Record<string, unknown>> = { ...core, ...adapters, ...optimizers, MockLM }

/** The cells of every table row whose first cell is this. */
function tableRows(first: RegExp): string[][] {
  return guide
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|')))
    .map((cells) => cells.slice(1, -1))
    .filter(([cell = '']) => first.test(cell))
}

function inCode(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
}

const rows = tableRows(/^`dspy\./).map(([name = '', here = '', code = '']) => ({
  name: name.replaceAll('`', ''),
  here,
  code: inCode(code).join(''),
}))
const given = rows.filter(({ here }) => !/^(not yet|no: )/.test(here))
const blocks = [...guide.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block = '']) => block)

test('every public name of DSPy has one row, and no row is of another name', () => {
  expect(rows.map(({ name }) => name).sort()).toEqual([...recorded].sort())
})

test('a row names what is here and shows it, or says why it is not', () => {
  const vague = rows.filter(
    ({ here }) => !/^(`\w+|plain TypeScript|not yet(: |$)|no: [\w`])/.test(here),
  )
  expect(vague).toEqual([])
  expect(given.filter(({ code }) => code === '')).toEqual([])
})

test('what is named as ours is exported, and every line of code compiles', {
  timeout: 120_000,
}, () => {
  const names = [...new Set(given.flatMap(({ here }) => inCode(here)))]
  const [taken = ''] = blocks.filter((block) => block.includes('const qa ='))
  const program = [
    ...imports(names),
    ...taken.split('\n').filter((line) => !line.startsWith('import ')),
    ...names.filter((name) => name.includes('.')).map((name, index) => memberCheck(name, index)),
    ...rows.filter(({ code }) => code !== '').map(({ code }) => `async () => { ${code} }`),
  ]
  expect(compileErrors(program)).toEqual([])
})

test('every block of TypeScript compiles', () => {
  const outputs = compileAll(blocks.map((block) => `${block}\nexport {}`))
  expect(outputs).toEqual(blocks.map(() => ''))
})

test.each(
  tableRows(/./).filter(([, , proof = '']) => proof.startsWith('`') && proof.includes('.test.ts')),
)('a test shows it: %s', (_what, _here, proof = '') => {
  const [file = '', name = ''] = inCode(proof)
  expect(existsSync(join(root, file)), `${file} exists`).toBe(true)
  expect(readFileSync(join(root, file), 'utf8')).toContain(name)
})

/** Imports of all our public names, and of those named in the guide, which so must exist. */
function imports(names: readonly string[]): string[] {
  const roots = new Set(names.map((name) => name.split('.')[0] ?? ''))
  const lines = Object.entries({
    '@ockham/core': 'core-index',
    '@ockham/core/testing': 'core-testing',
    '@ockham/adapters': 'adapters-index',
    '@ockham/optimizers': 'optimizers-index',
  }).map(([entry, file]) => {
    const path = join(root, 'test/architecture/public-api', `${file}.txt`)
    const all = readFileSync(path, 'utf8').trim().split('\n')
    for (const name of all) roots.delete(name.replace(/^(type |\w+ as )/, ''))
    return `import { ${all.join(', ')} } from '${entry}'`
  })
  const unknown = [...roots].map((name) => `import { ${name} } from '@ockham/core'`)
  return [...lines, ...unknown, `import { z } from 'zod'`]
}

// The arguments of types that have no defaults for them.
const typeArguments: Readonly<Record<string, string>> = {
  EvaluateOptions: '<object, object>',
  ToolOptions: '<never>',
}

function memberCheck(name: string, index: number): string {
  const [owner = '', member = ''] = name.split('.')
  const value = exported[owner]
  const type =
    typeof value !== 'function'
      ? `${owner}${typeArguments[owner] ?? ''}`
      : member in value
        ? `(typeof ${owner})`
        : `InstanceType<typeof ${owner}>`
  return `type Named${index} = ${type}['${member}']`
}

/** What the compiler objects to, each with its line. */
function compileErrors(program: readonly string[]): string[] {
  const { output } = compile(program.join('\n'))
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, number, message] = /^.*program-0\.ts\((\d+),\d+\): (.*)$/.exec(line) ?? []
      return number === undefined ? line : `${program[Number(number) - 1]}  ->  ${message}`
    })
}
