import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Predict } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { hintedLM } from '../__fixtures__/hinted-lm.ts'
import { isRight, type Question, quiz } from '../__fixtures__/quiz.ts'
import type { CompileBudget } from '../budget/compile-budget.ts'
import { BetterTogether } from '../combine/better-together.ts'
import { COPRO } from '../copro/copro.ts'
import { BootstrapFewShot } from '../demos/bootstrap-few-shot.ts'
import { BootstrapFewShotWithRandomSearch } from '../demos/bootstrap-random-search.ts'
import { GEPA } from '../gepa/gepa.ts'
import { InferRules } from '../infer-rules/infer-rules.ts'
import { MIPROv2 } from '../mipro/mipro.ts'
import type { Compiled, TrainOptions } from '../optimizer.ts'
import { SIMBA } from '../simba/simba.ts'
import type { CompileProgress } from './compile-progress.ts'
import { terminalProgress } from './terminal-progress.ts'

type Student = Predict<'question -> answer'>
type Answer = { answer: string }
type Options = TrainOptions<Student, Question, Answer, CompileProgress>

const data = { trainset: quiz(12), valset: quiz(24).slice(12), testset: quiz(30).slice(24) }

/** Writes another hint each time, in every form that is asked for. */
function writer(): MockLM {
  let calls = 0
  return new MockLM(({ messages }) => {
    calls += 1
    const hint = `hint ${calls % 4}`
    if (!messages.some(({ content }) => String(content).includes('module_advice'))) return hint
    return `[[ ## discussion ## ]]\nx\n\n[[ ## module_advice ## ]]\n${JSON.stringify({ self: hint })}`
  })
}

interface Case {
  compile(program: Student, options: Options): Promise<Compiled<Student, object>>
}

const promptModel = writer()
const demos = { metric: isRight, maxBootstrappedDemos: 2, maxLabeledDemos: 0 }
const search = { ...demos, numCandidatePrograms: 3 }
const cases: Record<string, Case> = {
  BootstrapFewShot: new BootstrapFewShot<Question, Answer>({ ...demos, maxBootstrappedDemos: 4 }),
  BootstrapFewShotWithRandomSearch: new BootstrapFewShotWithRandomSearch<Question, Answer>(search),
  COPRO: new COPRO<Question, Answer>({ metric: isRight, promptModel, breadth: 3, depth: 2 }),
  GEPA: new GEPA<Question, Answer>({
    metric: isRight,
    reflectionLM: promptModel,
    stop: { metricCalls: 120 },
  }),
  'GEPA until there are enough proposals': new GEPA<Question, Answer>({
    metric: isRight,
    reflectionLM: promptModel,
    stop: { proposals: 5 },
  }),
  InferRules: new InferRules<Question, Answer>({ ...demos, promptModel, numCandidates: 4 }),
  MIPROv2: new MIPROv2<Question, Answer>({ ...demos, promptModel, numTrials: 6, minibatch: false }),
  SIMBA: new SIMBA<Question, Answer>({
    metric: isRight,
    promptModel,
    bsize: 6,
    maxSteps: 3,
    numCandidates: 2,
  }),
  BetterTogether: new BetterTogether<Question, Answer>({
    metric: isRight,
    optimizers: { p: new BootstrapFewShotWithRandomSearch<Question, Answer>(search) },
    strategy: 'p -> p',
  }),
}

async function heard(
  optimizer: Case,
  control: { budget?: CompileBudget; checkpoint?: string; signal?: AbortSignal } = {},
): Promise<CompileProgress[]> {
  const all: CompileProgress[] = []
  const program = new Predict('question -> answer')
  program.lm = hintedLM()
  const onProgress = (progress: CompileProgress): void => void all.push(progress)
  await optimizer.compile(program, { ...data, ...control, onProgress }).catch((error: unknown) => {
    if (control.signal?.aborted !== true) throw error
  })
  return all
}

function expectToGrow(all: readonly CompileProgress[]): void {
  const shares = all.flatMap(({ share }) => share ?? [])
  expect(shares).toEqual(shares.toSorted((one, other) => one - other))
  expect(Math.min(...shares)).toBeGreaterThanOrEqual(0)
  expect(shares.at(-1)).toBe(1)
  expect(all.map(({ isLast }) => isLast)).toEqual(all.map((_, index) => index === all.length - 1))
}

describe.each(Object.entries(cases))('the progress of %s', (_, optimizer) => {
  it('has a share that grows to 1, step by step', async () => {
    const all = await heard(optimizer)
    expectToGrow(all)
    expect(all.at(-1)).toMatchObject({ stage: 'done', isLast: true })
    // It knows of its own how far it is, also between the beginning and the end.
    expect(all.some(({ share = 0 }) => share > 0 && share < 1)).toBe(true)
    const seconds = all.map(({ elapsed }) => elapsed)
    expect(seconds).toEqual(seconds.toSorted((one, other) => one - other))
  })

  it('is no less than what is used of a budget', async () => {
    const byCalls = await heard(optimizer, { budget: { calls: 30 } })
    expectToGrow(byCalls)
    for (const { share = 0, calls } of byCalls) expect(share).toBeGreaterThanOrEqual(calls / 30)
    const byDollars = await heard(optimizer, { budget: { usd: 0.03 } })
    expectToGrow(byDollars)
    for (const { share = 0, costUSD } of byDollars) {
      expect(share).toBeGreaterThanOrEqual(Math.min(1, (costUSD ?? 0) / 0.03))
    }
    const bySeconds = await heard(optimizer, { budget: { seconds: 1000 } })
    for (const { share = 0, elapsed } of bySeconds) {
      expect(share).toBeGreaterThanOrEqual(elapsed / 1000)
    }
  })

  it('ends on a fresh line of a terminal, also when the run is aborted', async () => {
    const texts: string[] = []
    const write = (text: string): number => texts.push(text)
    const show = terminalProgress({ output: { isTTY: true, write } })
    const controller = new AbortController()
    controller.abort()
    for (const progress of await heard(optimizer, { signal: controller.signal })) show(progress)
    expect(texts.at(-1)).toContain('stopped')
    expect(texts.join('').split('\n')).toHaveLength(2)
    expect(texts.at(-1)?.endsWith('\n')).toBe(true)
  })

  it('is no part of what a checkpoint keeps', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'progress-'))
    try {
      const checkpoint = join(folder, 'run.jsonl')
      const first = await heard(optimizer, { checkpoint })
      const again = await heard(optimizer, { checkpoint })
      const withoutTime = (all: readonly CompileProgress[]): object[] =>
        all.map(({ elapsed: _, ...rest }) => rest)
      expect(withoutTime(again)).toEqual(withoutTime(first))
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
