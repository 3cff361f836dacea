import type { Module } from '@ockham/core'
import type { Compiled } from '../../../optimizer.ts'
import { CheapestAdequate } from '../../cheapest-adequate.ts'
import type { CheapestAdequateOptions } from '../../cheapest-adequate-options.ts'
import type { SelectionReport } from '../../selection-report.ts'
import { Chain, type ChainLM, isDone, type Task, tasks } from './chain.ts'
import type { ChainWorld } from './chain-world.ts'

export type Answer = { answer: string }
/** Examples of the devset. */
export const size = 240
export const tolerance = 0.05

/** What the large model does, within the tolerance. */
export function references(world: ChainWorld): { reference: ChainLM; tolerance: number } {
  return { reference: world.lm('large'), tolerance }
}

/** Chooses a model for each predictor, of the chain unless another program is given. */
export function select(
  world: ChainWorld,
  options: Partial<CheapestAdequateOptions<Task, Answer>> & object,
  program: Module<{ task: string }, Answer> = new Chain(),
): Promise<Compiled<Module<{ task: string }, Answer>, SelectionReport>> {
  const optimizer = new CheapestAdequate<Task, Answer>({
    metric: isDone,
    models: world.lms,
    assignment: 'per-predictor',
    ...options,
  } as CheapestAdequateOptions<Task, Answer>) // a test gives either a floor or a reference
  return optimizer.compile(program, { devset: tasks(size), date: new Date(0) })
}
