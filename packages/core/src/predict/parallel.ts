import type { BatchOptions } from '../module/batch/batch-options.ts'
import type { BatchResult } from '../module/batch/batch-result.ts'
import { runBatch } from '../module/batch/run-batch.ts'
import type { AnyProgram, ProgramInputs, ProgramOutputs } from '../module/program.ts'
import type { CallOptions } from '../settings/call-options.ts'

/** A program, what to run it on, and options of that one call, such as its signal. */
export type ParallelPair<P extends AnyProgram> = readonly [
  program: P,
  inputs: ProgramInputs<P> | { inputs(): ProgramInputs<P> },
  options?: CallOptions,
]

/**
 * Runs pairs of a program and its inputs side by side; results are in their order, and nothing is run
 * twice (dspy.Parallel). A failure is a result. Throws `AbortError` and `TooManyErrorsError` with the
 * results so far as `partial`.
 */
export async function parallel<const Programs extends readonly AnyProgram[]>(
  pairs: { readonly [Index in keyof Programs]: ParallelPair<Programs[Index]> },
  options: BatchOptions = {},
): Promise<{ -readonly [Index in keyof Programs]: BatchResult<ProgramOutputs<Programs[Index]>> }> {
  const items = pairs.map(([program, inputs, own]) => ({ program, inputs, options: own }))
  // Result by result, predictions have the outputs of the program that made them.
  return (await runBatch(items, options)) as {
    -readonly [Index in keyof Programs]: BatchResult<ProgramOutputs<Programs[Index]>>
  }
}
