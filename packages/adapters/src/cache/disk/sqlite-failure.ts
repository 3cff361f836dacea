/** `busy`: another process is writing. `corrupt`: the file is no database. `unusable`: anything else. */
export type SQLiteFailure = 'busy' | 'corrupt' | 'unusable'

/** SQLite's result codes: BUSY and LOCKED, CORRUPT and NOTADB. */
const kinds: ReadonlyMap<number, SQLiteFailure> = new Map([
  [5, 'busy'],
  [6, 'busy'],
  [11, 'corrupt'],
  [26, 'corrupt'],
])

/** What an error of the database means for a cache. */
export function sqliteFailure(error: unknown): SQLiteFailure {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'errcode') : undefined
  // Extended codes carry the plain one in their lowest byte.
  return (typeof code === 'number' && kinds.get(code & 0xff)) || 'unusable'
}
