import { fingerprint } from '../../../run/fingerprint.ts'
import { type ChainLM, chainLM, type Step, steps } from './chain.ts'

/** How likely a model is to do each step right, and what a call costs, in US dollars. */
export interface Skill {
  readonly costUSD: number
  readonly skill: Readonly<Record<Step, number>>
}

/** One model is good at each step, and none at all three but the large one. */
export const specialists: Readonly<Record<string, Skill>> = {
  planner: { costUSD: 0.001, skill: { plan: 0.99, solve: 0.6, write: 0.7 } },
  solver: { costUSD: 0.01, skill: { plan: 0.7, solve: 0.99, write: 0.8 } },
  writer: { costUSD: 0.003, skill: { plan: 0.5, solve: 0.5, write: 0.99 } },
  middling: { costUSD: 0.02, skill: { plan: 0.93, solve: 0.92, write: 0.94 } },
  large: { costUSD: 0.1, skill: { plan: 0.995, solve: 0.995, write: 0.995 } },
}

/** Models and tasks of which everything is known: what each model does right, whatever it is asked before. */
export class ChainWorld {
  readonly lms: readonly ChainLM[]
  private readonly seed: number
  private readonly models: Readonly<Record<string, Skill>>

  constructor(seed: number, models: Readonly<Record<string, Skill>> = specialists) {
    this.seed = seed
    this.models = models
    this.lms = Object.entries(models).map(([model, { costUSD }]) =>
      chainLM({ model, costUSD, knows: (step, task) => this.knows(model, step, task) }),
    )
  }

  lm(model: string): ChainLM {
    const found = this.lms.find((lm) => lm.model === model)
    if (found === undefined) throw new Error(`There is no ${model}.`)
    return found
  }

  /** Calls that were made. */
  get asked(): number {
    return this.lms.reduce((sum, { asked }) => sum + asked.length, 0)
  }

  /** The mean score of models, one a step, over the first `count` tasks: what running all of them would say. */
  score(models: readonly string[], count: number): number {
    const done = Array.from({ length: count }, (_, task) =>
      steps.every((step, index) => this.knows(models[index] ?? '', step, task)),
    )
    return done.filter((isRight) => isRight).length / count
  }

  /** US dollars an example. */
  price(models: readonly string[]): number {
    return models.reduce((sum, model) => sum + (this.models[model]?.costUSD ?? 0), 0)
  }

  /** Every choice of a model for each step. */
  assignments(): string[][] {
    const names = Object.keys(this.models)
    return names.flatMap((plan) =>
      names.flatMap((solve) => names.map((write) => [plan, solve, write])),
    )
  }

  /** Whether a model does a step right that was not spoilt before. */
  knows(model: string, step: Step, task: number): boolean {
    const skill = this.models[model]?.skill[step] ?? 0
    const draw = Buffer.from(fingerprint(this.seed, model, step, task), 'base64url')
    return draw.readUInt32BE(0) / 2 ** 32 < skill
  }
}
