import type { Module, ProgramInputs, WithInputs } from '@ockham/core'
import type { CompileBudget } from './budget/compile-budget.ts'
import type { CompilePlan } from './estimate/compile-plan.ts'
import type { DataRoles } from './run/data-roles.ts'

/** What any optimizer may be told beside the program and the data. */
export interface CompileControl<Progress> {
  signal?: AbortSignal
  /** Limits for this run; they come before those of the optimizer's own options. */
  budget?: CompileBudget
  /** Hears how far the run is. */
  onProgress?: (progress: Progress) => void
  /** A file that keeps what was done: a run that was cut short goes on from there, to the same result. */
  checkpoint?: string
}

/** A trained program and how it came about. */
export interface Compiled<Program, Report> {
  /** A copy; the program that was given is never changed. */
  readonly program: Program
  readonly report: Report
}

/** Examples to learn from, and what comes with them; `Program` is the type of the program to improve. */
export interface TrainOptions<
  Program extends Module<never, object>,
  Gold extends object,
  Outputs extends object = object,
  Progress = unknown,
> extends CompileControl<Progress> {
  trainset: readonly (Gold & WithInputs<ProgramInputs<Program>>)[]
  /** Examples to compare candidate programs on, for optimizers that do so; by default some of the trainset. */
  valset?: readonly (Gold & WithInputs<ProgramInputs<Program>>)[]
  /** Examples that tell in the end how good the chosen program is; nothing is chosen by them. */
  testset?: readonly (Gold & WithInputs<ProgramInputs<Program>>)[]
  /** A program with the same predictors whose good runs serve as demonstrations. */
  teacher?: Module<ProgramInputs<Program>, Outputs>
}

/** Improves a program by examples. */
export interface Optimizer<
  Gold extends object,
  Outputs extends object,
  Report,
  Progress = unknown,
> {
  compile<Program extends Module<never, Outputs>>(
    program: Program,
    options: TrainOptions<Program, Gold, Outputs, Progress>,
  ): Promise<Compiled<Program, Report>>
  /** What `compile` would run at most with the same data, without a budget; absent where nobody can tell. */
  plan?(program: Module<never, Outputs>, data: DataRoles<Gold>): CompilePlan
}
