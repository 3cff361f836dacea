import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Line {
  readonly value?: { readonly outcome?: unknown; readonly calls?: unknown }
}

/**
 * The most calls that can be under way at once, by the checkpoints in a folder: those of as many evaluations as run side
 * by side, or those of the largest question to the LM that writes instructions.
 */
export function mostInFlight(folder: string, concurrency: number): number {
  const lines = readdirSync(folder)
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'))
    .map((line): Line => JSON.parse(line))
  const calls = (isQuestion: boolean): number[] =>
    lines.flatMap(({ value }) =>
      Array.isArray(value?.calls) && (value.outcome !== undefined) === isQuestion
        ? [value.calls.length]
        : [],
    )
  return Math.max(concurrency * Math.max(0, ...calls(false)), ...calls(true))
}
