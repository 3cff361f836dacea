import type { Demo, Module } from '@ockham/core'
import { derivedRandom } from '../random/derived-random.ts'
import { shuffle } from '../random/shuffle.ts'
import type { CompileRun } from '../run/compile-run.ts'
import { Bootstrap, type BootstrapSettings } from './bootstrap.ts'
import { copyUntrained } from './copy-untrained.ts'
import { labeledDemos } from './labeled-demos.ts'

/** Demonstrations of every predictor, by its path. */
export type DemoSet = ReadonlyMap<string, readonly Demo[]>

/** Where sets of demonstrations come from. */
export interface DemoSetSource<Gold extends object, Outputs extends object> {
  readonly run: CompileRun<Gold, Outputs>
  readonly student: Module<never, object>
  readonly trainset: readonly Gold[]
  readonly settings: BootstrapSettings<Outputs>
}

/**
 * A set of demonstrations by its number, as DSPy's random search numbers them: -3 is empty, -2 has labelled examples,
 * -1 the first runs of the teacher that do well, and from 0 on such runs of as many examples as chance says, in random order.
 */
export async function demoSet<Gold extends object, Outputs extends object>(
  number: number,
  { run, student, trainset, settings }: DemoSetSource<Gold, Outputs>,
): Promise<DemoSet> {
  const program = copyUntrained(student)
  if (number === -3) return demosOf(program)
  // Streams of negative steps are those of no other use.
  const random = derivedRandom(settings.seed, number + 3)
  if (number === -2) {
    for (const predictor of program.predictors()) {
      predictor.demos = labeledDemos(predictor, trainset, settings.maxLabeledDemos, random)
    }
    return demosOf(program)
  }
  const most = settings.maxBootstrappedDemos
  const order = number < 0 ? trainset : shuffle(trainset, random)
  const size = number < 0 ? most : 1 + random.below(most)
  const seed = settings.seed + number + 3
  const bootstrap = new Bootstrap(run, { ...settings, maxBootstrappedDemos: size, seed })
  await bootstrap.collect(order)
  return demosOf(bootstrap.train(program, order))
}

function demosOf(program: Module<never, object>): DemoSet {
  return new Map(program.namedPredictors().map(([path, { demos }]) => [path, demos]))
}

/** A copy of a program with these demonstrations. */
export function withDemos<Program extends Module<never, object>>(
  program: Program,
  demos: DemoSet,
): Program {
  const copy = program.copy()
  for (const [path, predictor] of copy.namedPredictors()) predictor.demos = demos.get(path) ?? []
  return copy
}
