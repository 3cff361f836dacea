import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isAISDKModel } from './ai-sdk-model.ts'

const root = join(import.meta.dirname, '..', '..')

const program = `
import type { LanguageModelV2, LanguageModelV3, LanguageModelV4 } from '@ai-sdk/provider'
import type { AISDKModel } from '../../../src/ai-sdk/ai-sdk-model.ts'
declare const models: [LanguageModelV2, LanguageModelV3, LanguageModelV4]
export const taken: readonly AISDKModel[] = models
// @ts-expect-error what has no methods is no model
export const refused: AISDKModel = { specificationVersion: 'v4', provider: 'a', modelId: 'b' }
`

// Its declarations do not pass this repo's compiler settings, so milder ones are used here alone.
test('the models of @ai-sdk/provider are taken as they are typed, of all three versions', () => {
  const cache = join(root, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'ai-sdk-'))
  try {
    writeFileSync(join(folder, 'program.ts'), program)
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: join(root, '..', '..', 'tsconfig.json'),
        compilerOptions: { skipLibCheck: true, isolatedDeclarations: false, declaration: false },
        files: ['program.ts'],
      }),
    )
    const compiler = join(root, '..', '..', 'node_modules', '.bin', 'tsc')
    const { stdout, stderr } = spawnSync(compiler, ['--project', folder], { encoding: 'utf8' })
    expect(stdout + stderr).toBe('')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test.for([
  ['nothing', undefined],
  ['a model of the first version', { specificationVersion: 'v1', provider: 'x', modelId: 'y' }],
  ['an LM', { model: 'a/b', generate() {}, stream() {} }],
] as const)('%s is no such model', ([, value]) => {
  expect(isAISDKModel(value)).toBe(false)
})
