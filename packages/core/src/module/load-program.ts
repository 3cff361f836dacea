import { StateError } from '../errors/state-error.ts'

/**
 * Loads a JSON file that `saveProgram` or DSPy's `program.save` wrote into a program of the same shape,
 * and returns the program. Throws `StateError`, and changes nothing, when the file does not fit.
 */
export async function loadProgram<Program extends { loadState(state: unknown): void }>(
  program: Program,
  path: string,
): Promise<Program> {
  program.loadState(await readJSON(path))
  return program
}

async function readJSON(path: string): Promise<unknown> {
  try {
    const { readFile } = await import('node:fs/promises')
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (cause) {
    throw new StateError(`Cannot read a saved program from ${path}: ${String(cause)}`, [], {
      cause,
    })
  }
}
