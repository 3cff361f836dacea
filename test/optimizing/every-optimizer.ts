import { Embedder, type LM, type Module } from '@ockham/core'
import {
  BetterTogether,
  BootstrapFewShot,
  BootstrapFewShotWithRandomSearch,
  BootstrapFinetune,
  type BootstrapFinetuneOptions,
  COPRO,
  type Compiled,
  GEPA,
  InferRules,
  KNNFewShot,
  LabeledFewShot,
  MIPROv2,
  SIMBA,
  type TrainOptions,
} from '@ockham/optimizers'
import { isRight, type Question } from './questions.ts'
import { numberOf } from './simulated-reply.ts'
import type { TwoSteps } from './two-steps.ts'

/** What all of them tell. */
interface Spend {
  readonly calls: number
  readonly costUSD: number | null
}

/** An optimizer, whatever else it reports. */
export interface AnyOptimizer {
  compile(
    program: TwoSteps,
    options: TrainOptions<TwoSteps, Question, { answer: string }>,
  ): Promise<Compiled<Module<{ question: string }, { answer: string }>, Spend>>
}

/** What an optimizer is made with. */
export interface Making {
  readonly promptModel: LM
  /** What selections choose among, cheapest first; the last is the reference. */
  readonly models: readonly LM[]
  readonly concurrency: number
  readonly seed: number
  /** Where models are fine-tuned; nothing is trained without it. */
  readonly finetune?: BootstrapFinetuneOptions<Question, { answer: string }>
}

const maxErrors = Number.POSITIVE_INFINITY

/** Every optimizer, each with so little to do that it takes some hundred calls. */
export const everyOptimizer: Readonly<Record<string, (making: Making) => AnyOptimizer>> = {
  LabeledFewShot: ({ seed }) => new LabeledFewShot({ k: 3, seed }),
  BootstrapFewShot: ({ promptModel: _, models: __, finetune: ___, ...rest }) =>
    new BootstrapFewShot({
      metric: isRight,
      ...rest,
      maxBootstrappedDemos: 9,
      maxRounds: 3,
      maxErrors,
    }),
  BootstrapFewShotWithRandomSearch: ({ promptModel: _, models: __, finetune: ___, ...rest }) =>
    new BootstrapFewShotWithRandomSearch({ metric: isRight, ...rest, numCandidatePrograms: 3 }),
  KNNFewShot: ({ seed }) =>
    new KNNFewShot({ metric: isRight, k: 3, embedder: arbitrary(), maxRounds: 2, seed }),
  COPRO: ({ models: _, finetune: __, ...rest }) =>
    new COPRO({ metric: isRight, ...rest, breadth: 3, depth: 2 }),
  MIPROv2: ({ models: _, finetune: __, ...rest }) =>
    new MIPROv2({ metric: isRight, ...rest, numCandidates: 4, numTrials: 6, minibatch: false }),
  SIMBA: ({ models: _, finetune: __, ...rest }) =>
    new SIMBA({ metric: isRight, ...rest, bsize: 4, numCandidates: 3, maxSteps: 2 }),
  GEPA: ({ promptModel: reflectionLM, models: _, finetune: __, ...rest }) =>
    new GEPA({ metric: isRight, reflectionLM, ...rest, stop: { metricCalls: 90 } }),
  InferRules: ({ models: _, finetune: __, ...rest }) =>
    new InferRules({ metric: isRight, ...rest, numCandidates: 4 }),
  BetterTogether: (making) => {
    const { concurrency, seed, promptModel } = making
    return new BetterTogether({
      metric: isRight,
      optimizers: {
        d: new BootstrapFewShot({ metric: isRight, concurrency, seed, maxErrors }),
        i: new COPRO({ metric: isRight, promptModel, concurrency, seed, breadth: 3, depth: 1 }),
      },
      strategy: 'd -> i -> d',
      concurrency,
      seed,
    })
  },
  BootstrapFinetune: ({ promptModel: _, models: __, finetune, ...rest }) =>
    new BootstrapFinetune({ metric: isRight, ...rest, ...finetune }),
}

/** Says that texts are alike where chance has it. */
function arbitrary(): Embedder {
  return new Embedder(
    (texts: string[]) =>
      texts.map((text) =>
        Float32Array.from({ length: 8 }, (_, at) => numberOf(text, `${at}`) / 2 ** 32 - 0.5),
      ),
    { cache: false },
  )
}
