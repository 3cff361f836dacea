import { Module, Predict } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { hintedLM } from '../__fixtures__/hinted-lm.ts'
import { isRight, type Question, quiz } from '../__fixtures__/quiz.ts'
import { BetterTogether } from '../combine/better-together.ts'
import { COPRO } from '../copro/copro.ts'
import { BootstrapFewShot } from '../demos/bootstrap-few-shot.ts'
import { BootstrapFewShotWithRandomSearch } from '../demos/bootstrap-random-search.ts'
import { BootstrapFinetune } from '../finetune/bootstrap-finetune.ts'
import { GEPA } from '../gepa/gepa.ts'
import type { GEPAOptions } from '../gepa/gepa-options.ts'
import { InferRules } from '../infer-rules/infer-rules.ts'
import { MIPROv2 } from '../mipro/mipro.ts'
import type { MIPROv2Options } from '../mipro/mipro-options.ts'
import type { Optimizer } from '../optimizer.ts'
import type { DataRoles } from '../run/data-roles.ts'
import { SIMBA } from '../simba/simba.ts'

type Answer = { answer: string }
type Planned = Required<Optimizer<Question, Answer, object>>

/** Thinks of a hint, and answers with it; each step calls the LM once. */
class TwoSteps extends Module<{ question: string }, Answer> {
  think = new Predict('question -> thought')
  answer = new Predict('question, thought -> answer')
  override async forward({ question }: { question: string }): Promise<Answer> {
    const { thought } = await this.think({ question })
    return this.answer({ question, thought })
  }
}

/** Writes something new each time, in every form that is asked for. */
function writer(): MockLM {
  let calls = 0
  return new MockLM(({ messages }) => {
    calls += 1
    const text = `Attempt ${calls}: hint ${calls % 4}`
    if (!messages.some(({ content }) => String(content).includes('module_advice'))) return text
    const advice = JSON.stringify({ self: text, think: text, answer: text })
    return `[[ ## discussion ## ]]\nx\n\n[[ ## module_advice ## ]]\n${advice}`
  })
}

/** Like the model of the quiz, and also thinks. */
function answering(): MockLM {
  const hinted = hintedLM()
  return new MockLM(async (request) => {
    const { outputs } = await hinted.generate(request)
    return `[[ ## thought ## ]]\nx\n\n${outputs[0]?.text}`
  })
}

function programs(): { program: Module<never, Answer>; lm: MockLM; predictors: number }[] {
  return [new Predict('question -> answer'), new TwoSteps()].map((program) => {
    const lm = answering()
    program.setLM(lm)
    return { program, lm, predictors: program.predictors().length }
  })
}

const [trainset, valset, testset] = [quiz(24), quiz(40).slice(24), quiz(50).slice(40)]
const dataSets: Readonly<Record<string, DataRoles<Question>>> = {
  'with all roles': { trainset, valset, testset },
  'with a trainset alone': { trainset },
}

interface Case {
  readonly name: string
  readonly make: (promptModel: MockLM) => Planned
  /** Whether something ends the run before it has done what it may. */
  readonly endsEarly?: boolean
}

// So that every run calls the LM, and runs can be counted by its calls.
const common = { metric: isRight, race: false, reuseReplies: false }

/** All combinations of values. */
function grid<Options extends Readonly<Record<string, readonly unknown[]>>>(
  values: Options,
): { [Name in keyof Options]: Options[Name][number] }[] {
  return Object.entries(values).reduce<object[]>(
    (rows, [name, ones]) => rows.flatMap((row) => ones.map((one) => ({ ...row, [name]: one }))),
    [{}],
    // Each row has a value of each name.
  ) as { [Name in keyof Options]: Options[Name][number] }[]
}

function named<Options extends object>(
  name: string,
  rows: readonly Options[],
  make: (options: Options, promptModel: MockLM) => Planned,
  endsEarly?: (options: Options) => boolean,
): Case[] {
  return rows.map((options) => ({
    name: `${name} ${JSON.stringify(options)}`,
    make: (promptModel) => make(options, promptModel),
    endsEarly: endsEarly?.(options) ?? false,
  }))
}

const mipro: Partial<MIPROv2Options<Question, Answer>>[] = [
  { numCandidates: 1, numTrials: 3 },
  { numCandidates: 2, numTrials: 4, minibatch: false },
  { numCandidates: 5, numTrials: 12, minibatch: true, minibatchSize: 5 },
  { numCandidates: 4, numTrials: 7, minibatch: true, minibatchSize: 50, minibatchFullEvalSteps: 2 },
  { maxBootstrappedDemos: 0, maxLabeledDemos: 0 },
  { maxLabeledDemos: 0, numCandidates: 3, numTrials: 5 },
  { dataAware: false, programAware: false, viewDataBatchSize: 2 },
  { viewDataBatchSize: 1, numTrials: 3 },
]
const gepa: Partial<GEPAOptions<Question, Answer>>[] = [
  { stop: { metricCalls: 60 } },
  { stop: { metricCalls: 150 }, proposals: 2, componentSelector: 'all' },
  { stop: { fullEvaluations: 8, metricCalls: 1000 }, acceptance: 'strict' },
  { stop: { metricCalls: 200 }, reflectionMinibatchSize: 30, useMerge: false },
  { stop: { proposals: 5 }, proposals: 2 },
  { stop: { candidates: 3 } },
]

const cases: Case[] = [
  ...named(
    'BootstrapFewShot',
    grid({ maxBootstrappedDemos: [0, 2, 100], maxRounds: [1, 3] }),
    (options) => new BootstrapFewShot({ metric: isRight, ...options }),
    ({ maxBootstrappedDemos }) => maxBootstrappedDemos === 2,
  ),
  ...named(
    'BootstrapFewShotWithRandomSearch',
    grid({ numCandidatePrograms: [0, 4], maxRounds: [1, 2], maxBootstrappedDemos: [2] }),
    (options) => new BootstrapFewShotWithRandomSearch({ ...common, ...options }),
  ),
  ...named(
    'COPRO',
    grid({ breadth: [2, 4], depth: [1, 3] }),
    (options, promptModel) => new COPRO({ ...common, ...options, promptModel }),
  ),
  ...named(
    'InferRules',
    grid({ numCandidates: [1, 4], maxBootstrappedDemos: [0, 3], maxRounds: [1, 2] }),
    (options, promptModel) => new InferRules({ ...common, ...options, promptModel }),
  ),
  ...named(
    'MIPROv2',
    mipro,
    (options, promptModel) => new MIPROv2({ ...common, ...options, promptModel }),
  ),
  ...named(
    'SIMBA',
    grid({ bsize: [2, 12], numCandidates: [1, 3], maxSteps: [1, 5], maxDemos: [0, 2] }),
    (options, promptModel) => new SIMBA({ ...common, ...options, promptModel }),
  ),
  ...named(
    'GEPA',
    gepa,
    (options, reflectionLM) => new GEPA({ ...common, ...options, reflectionLM }),
    ({ stop }) => stop?.proposals !== undefined || stop?.candidates !== undefined,
  ),
  ...named('BootstrapFinetune', [{}], () => new BootstrapFinetune()),
  ...named(
    'BetterTogether',
    grid({ strategy: ['p', 'p -> i -> p'], valsetRatio: [0, 0.25] }),
    (options, promptModel) => {
      const p = new BootstrapFewShotWithRandomSearch<Question, Answer>({
        ...common,
        numCandidatePrograms: 1,
      })
      const i = new InferRules<Question, Answer>({ ...common, numCandidates: 2, promptModel })
      return new BetterTogether({ metric: isRight, optimizers: { p, i }, ...options })
    },
  ),
]

describe.each(Object.entries(dataSets))('a plan %s', (_, data) => {
  it.each(cases)('of $name is kept to, and is not far from it', async ({ make, endsEarly }) => {
    for (const { program, lm, predictors } of programs()) {
      const promptModel = writer()
      const optimizer = make(promptModel)
      const plan = optimizer.plan(program, data)
      expect([lm.requests.length, promptModel.requests.length]).toEqual([0, 0])
      await optimizer.compile(program, data as never)
      const evaluations = lm.requests.length / predictors
      expect(evaluations).toBeLessThanOrEqual(plan.evaluations)
      expect(promptModel.requests.length).toBeLessThanOrEqual(plan.prompts)
      if (!endsEarly) expect(plan.evaluations).toBeLessThanOrEqual(3 * evaluations)
      expect(plan.teacherRuns).toBeLessThanOrEqual(plan.evaluations)
    }
  })
})
