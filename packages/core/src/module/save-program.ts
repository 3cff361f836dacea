import type { ProgramState } from './program-state.ts'

/** Writes what tuning has changed of a program to a JSON file, whole or not at all. */
export async function saveProgram(
  program: { dumpState(): ProgramState },
  path: string,
): Promise<void> {
  const { rename, rm, writeFile } = await import('node:fs/promises')
  // A rename within one folder replaces the old file at once, so a crash cannot leave half a state.
  const draft = `${path}.${crypto.randomUUID()}.tmp`
  try {
    await writeFile(draft, `${JSON.stringify(program.dumpState(), null, 2)}\n`)
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
