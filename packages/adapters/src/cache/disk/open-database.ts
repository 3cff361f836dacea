import type { DatabaseSync } from 'node:sqlite'
import { loadSQLite } from './load-sqlite.ts'
import { ReplyTable } from './reply-table.ts'

/** While a file is made or recovered, others hold it for longer than ever afterwards. */
const openingMs = 1000
/** How long one call may hold this process up for another one; SQLite in Node has no other way to wait. */
const waitingMs = 20
const journalBytes = 4 * 1024 * 1024

/** A database that is open. */
export interface OpenDatabase {
  readonly table: ReplyTable
  close(): void
}

/** Opens the database in a file that exists. Throws what SQLite throws. */
export function openDatabase(path: string): OpenDatabase {
  const sqlite = loadSQLite()
  if (sqlite === undefined) throw new Error('This Node has no node:sqlite; 22.13 and later do.')
  const database = new sqlite.DatabaseSync(path)
  try {
    return { table: prepare(database), close: () => database.close() }
  } catch (error) {
    database.close()
    throw error
  }
}

function prepare(database: DatabaseSync): ReplyTable {
  database.exec(`PRAGMA busy_timeout = ${openingMs}`)
  // Readers and a writer at once; a power cut can lose the last replies, not the file.
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = NORMAL')
  database.exec(`PRAGMA journal_size_limit = ${journalBytes}`)
  const table = new ReplyTable(database)
  database.exec(`PRAGMA busy_timeout = ${waitingMs}`)
  return table
}
