import { replaceFile } from '../internal/replace-file.ts'
import type { DSPyState } from './dspy-state/dspy-state.ts'
import { stateText } from './dspy-state/state-text.ts'
import type { DumpOptions } from './dump-options.ts'
import type { Predictor } from './predictor.ts'
import type { ProgramState } from './program-state.ts'

/** What can be saved: a module. */
interface Saved {
  dumpState(options?: DumpOptions): ProgramState | DSPyState
  namedPredictors(): [string, Predictor][]
}

/**
 * Writes what tuning has changed of a program to a JSON file, whole or not at all: in our form, or with
 * `format: 'dspy'` in the one that DSPy's `program.load` reads.
 */
export async function saveProgram(
  program: Saved,
  path: string,
  options: DumpOptions = {},
): Promise<void> {
  const { writeFile } = await import('node:fs/promises')
  const text = stateText(program.dumpState(options), program.namedPredictors())
  await replaceFile(path, (draft) => writeFile(draft, text))
}
