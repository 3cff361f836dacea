import { createRequire } from 'node:module'

/** By provider and lower-case model name, the rows that `readFacts` reads. */
export type Snapshot = ReadonlyMap<string, ReadonlyMap<string, SnapshotRow>>

/** One model of the snapshot, under the name its provider gives it. */
export interface SnapshotRow {
  readonly name: string
  readonly row: string
}

let loaded: Snapshot | undefined

/** The committed snapshot, loaded on first use; empty where a bundler has left the file behind. */
export function snapshot(): Snapshot {
  loaded ??= new Map(
    Object.entries(read()).map(([provider, models]) => [
      provider,
      new Map(Object.entries(models).map(([name, row]) => [name.toLowerCase(), { name, row }])),
    ]),
  )
  return loaded
}

function read(): Record<string, Record<string, string>> {
  try {
    // The script that makes the file gives it this shape; a test reads every row.
    const file = createRequire(import.meta.url)('#model-facts') as {
      providers: Record<string, Record<string, string>>
    }
    return file.providers
  } catch {
    return {}
  }
}
