import type { CompileBudget } from '@ockham/optimizers'
import type { Row, World, WorldProgram } from '../world/world.ts'

/** What every optimizer can do. */
export interface WorldOptimizer {
  compile(
    program: WorldProgram,
    options: { trainset: readonly Row[]; valset: readonly Row[]; budget: CompileBudget },
  ): Promise<{ program: WorldProgram; report: unknown }>
}

/** With what an optimizer is made for one run. */
export interface ContenderSetup {
  readonly budget: CompileBudget
  readonly seed: number
  readonly world: World
}

/** An optimizer in a comparison. */
export interface Contender {
  readonly name: string
  /** Whether it learns from feedback, and not from scores alone. */
  readonly usesFeedback?: boolean
  makeOptimizer(setup: ContenderSetup): WorldOptimizer
}
