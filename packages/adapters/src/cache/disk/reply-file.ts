import { makeFile } from './make-file.ts'
import { type OpenDatabase, openDatabase } from './open-database.ts'
import type { ReplyTable } from './reply-table.ts'
import { setAside } from './set-aside.ts'
import { type SQLiteFailure, sqliteFailure } from './sqlite-failure.ts'

/** Milliseconds until a file that could not be used is tried again. */
const restMs: Record<SQLiteFailure, number> = { busy: 50, corrupt: 50, unusable: 30_000 }

/** What came of a piece of work on the database. */
export type Attempt<T> = { result: T } | { failure: SQLiteFailure }

/** A database file that is opened on first use, begun anew when it is corrupt, and never throws. */
export class ReplyFile {
  readonly #path: string
  #database: OpenDatabase | undefined
  #inode = 0n
  #restsUntil = Number.NEGATIVE_INFINITY
  #closed = false
  readonly #warned = new Set<SQLiteFailure>()

  constructor(path: string) {
    this.#path = path
  }

  attempt<T>(work: (table: ReplyTable) => T): Attempt<T> {
    if (this.#closed || performance.now() < this.#restsUntil) return { failure: 'unusable' }
    try {
      return { result: work(this.#open().table) }
    } catch (error) {
      return { failure: this.#explain(error) }
    }
  }

  close(): void {
    this.#closed = true
    this.#letGo()
  }

  #open(): OpenDatabase {
    if (this.#database === undefined) {
      this.#inode = makeFile(this.#path)
      this.#database = openDatabase(this.#path)
    }
    return this.#database
  }

  #explain(error: unknown): SQLiteFailure {
    const failure = sqliteFailure(error)
    // An open database that is written to by others is as good as ever.
    if (failure === 'busy' && this.#database) return failure
    this.#letGo()
    this.#restsUntil = performance.now() + restMs[failure]
    if (failure === 'corrupt') {
      const moved = setAside(this.#path, this.#inode)
      if (moved) this.#warn(failure, `is corrupt and was moved to ${this.#path}.corrupt`)
      if (moved) this.#restsUntil = Number.NEGATIVE_INFINITY
    } else if (failure === 'unusable') {
      const reason = error instanceof Error ? error.message : String(error)
      this.#warn(failure, `cannot be used, so nothing is kept there for now: ${reason}`)
    }
    return failure
  }

  #letGo(): void {
    const database = this.#database
    this.#database = undefined
    try {
      database?.close()
    } catch {
      // It is out of use either way.
    }
  }

  /** Tells of each kind of trouble once. */
  #warn(failure: SQLiteFailure, what: string): void {
    if (this.#warned.has(failure)) return
    this.#warned.add(failure)
    process.emitWarning(`The cache file ${this.#path} ${what}`, { code: 'OCKHAM_DISK_CACHE' })
  }
}
