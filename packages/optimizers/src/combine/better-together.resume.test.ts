import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MockLM } from '@ockham/core/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isRight } from '../__fixtures__/quiz.ts'
import type { CompileBudget } from '../budget/compile-budget.ts'
import { seededRandom } from '../random/random.ts'
import {
  learner,
  optimizers,
  programWith,
  testset,
  trainset,
  valset,
} from './__fixtures__/steps.ts'
import { BetterTogether } from './better-together.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'together-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function compile(lm: MockLM, { path, budget }: { path: string; budget: CompileBudget }) {
  const optimizer = new BetterTogether({
    metric: isRight,
    optimizers: optimizers(),
    strategy: 'w -> p -> bad',
  })
  const given = { trainset, valset, testset, budget, checkpoint: path }
  const { program, report } = await optimizer.compile(programWith(lm), given)
  return { state: program.dumpState(), report }
}

/** What is on disk when a process dies in the stage of a number: whole files, one that is cut, and no others. */
function cutFiles(from: string, to: string, random: { below(limit: number): number }): void {
  const [header, ...stages] = readFileSync(from, 'utf8').trimEnd().split('\n')
  const last = random.below(stages.length)
  writeFileSync(to, [header, ...stages.slice(0, last + 1), ''].join('\n'))
  const files = stages.slice(0, last + 1).flatMap((line) => {
    const suffix = `.${JSON.parse(line).key}`
    return existsSync(from + suffix) ? [suffix] : []
  })
  for (const suffix of files) writeFileSync(to + suffix, readFileSync(from + suffix))
  const cut = to + (files.at(-1) ?? '')
  truncateSync(cut, random.below(readFileSync(cut).length))
}

describe('BetterTogether', () => {
  it.each<[string, CompileBudget]>([
    ['no budget', {}],
    ['calls', { calls: 90 }],
    ['dollars', { usd: 0.85 }],
    ['seconds', { seconds: 500 }],
  ])('ends the same when it is killed anywhere and resumed (%s)', async (_name, budget) => {
    const whole = join(folder, 'whole.jsonl')
    const expected = await compile(learner(), { path: whole, budget })
    const random = seededRandom(3)
    for (let round = 0; round < 20; round += 1) {
      const path = join(folder, `${round}.jsonl`)
      cutFiles(whole, path, random)
      expect(await compile(learner(), { path, budget })).toEqual(expected)
    }
    const idle = learner()
    expect(await compile(idle, { path: whole, budget })).toEqual(expected)
    expect(idle.requests).toEqual([])
  })
})
