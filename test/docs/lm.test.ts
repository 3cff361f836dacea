import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { environmentVariables, lm } from '@ockham/adapters'
import { expect, test } from 'vitest'
import { compileAll } from '../compiler/compile.ts'
import { caughtFrom } from './caught-from.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/lm.md'), 'utf8')

test('the table of the environment is the one that is read', () => {
  const rows = environmentVariables.map(
    (variable) =>
      `| \`${variable.name}\` | ${variable.type} | ${variable.default} | ${variable.meaning} |`,
  )
  const written = page.split('\n').filter((line) => /^\| `(LLM|CACHE)_/.test(line))
  expect(written).toEqual(rows)
})

test('every provider that a model string can name is on the page', () => {
  const { message } = caughtFrom(() => lm('nobody/x'))
  const names = /the providers are ([^.]+)\./.exec(message)?.[1]?.split(', ') ?? []
  expect(names.length).toBeGreaterThan(25)
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})

const blocks = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block = '']) => block)
const preamble = `
import { cheapest, diskCache, fastest, findModel, findModels, overrideModel } from '@ockham/adapters'
import { Budget, budgeted, cached, cascade, fallback, fieldConfidence, hedged, limited, type LM, retrying } from '@ockham/core'
declare const a: LM, b: LM, c: LM, lm: LM, small: LM, large: LM
`

test('every block of TypeScript compiles', () => {
  const programs = blocks.map((block) => (block.includes('import ') ? block : preamble + block))
  const outputs = compileAll(programs.map((program) => `${program}\nexport {}`))
  expect(outputs).toEqual(programs.map(() => ''))
})
