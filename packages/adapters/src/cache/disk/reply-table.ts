import type { DatabaseSync, StatementSync } from 'node:sqlite'

/** Another layout gets another table, so that versions of this package can share a file. */
const schema = `
  CREATE TABLE IF NOT EXISTS reply_1 (
    key TEXT PRIMARY KEY,
    reply TEXT NOT NULL,
    expires_at INTEGER,
    used_at INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS reply_1_used ON reply_1 (used_at);
  CREATE INDEX IF NOT EXISTS reply_1_expires ON reply_1 (expires_at) WHERE expires_at IS NOT NULL;
`

/** Rows looked at in one go, so that no call holds the process up. */
const batch = 64

const columns = {
  find: 'SELECT reply FROM reply_1 WHERE key = ? AND (expires_at IS NULL OR expires_at > ?)',
  put: 'INSERT OR REPLACE INTO reply_1 (key, reply, expires_at, used_at) VALUES (?, ?, ?, ?)',
  touch: 'UPDATE reply_1 SET used_at = ? WHERE key = ?',
  delete: 'DELETE FROM reply_1 WHERE key = ?',
  expired: `SELECT key FROM reply_1 WHERE expires_at <= ? LIMIT ${batch}`,
  oldest: `SELECT key, octet_length(reply) AS bytes FROM reply_1 ORDER BY used_at LIMIT ${batch}`,
  pages: `SELECT (c.page_count - f.freelist_count) * s.page_size AS bytes
    FROM pragma_page_count c, pragma_freelist_count f, pragma_page_size s`,
} as const

/** The replies in a database; times are milliseconds since 1970, since processes share them. */
export class ReplyTable {
  readonly #database: DatabaseSync
  readonly #sql: Record<keyof typeof columns, StatementSync>

  constructor(database: DatabaseSync) {
    database.exec(schema)
    this.#database = database
    const prepare = (name: keyof typeof columns): StatementSync => database.prepare(columns[name])
    this.#sql = {
      find: prepare('find'),
      put: prepare('put'),
      touch: prepare('touch'),
      delete: prepare('delete'),
      expired: prepare('expired'),
      oldest: prepare('oldest'),
      pages: prepare('pages'),
    }
  }

  find(key: string, now: number): unknown {
    return this.#sql.find.get(key, now)?.['reply']
  }

  put(key: string, reply: string, expiresAt: number | undefined, now: number): void {
    this.#sql.put.run(key, reply, expiresAt ?? null, now)
  }

  touch(keys: Iterable<string>, now: number): void {
    this.#together(() => {
      for (const key of keys) this.#sql.touch.run(now, key)
    })
  }

  delete(key: string): void {
    this.#sql.delete.run(key)
  }

  clear(): void {
    this.#database.exec('DELETE FROM reply_1')
    // Gives the room back to the file system; nothing is left that would have to be copied.
    this.#database.exec('VACUUM')
  }

  /** Bytes that are taken up, indexes included and free pages not. */
  bytes(): number {
    return Number(this.#sql.pages.get()?.['bytes'] ?? 0)
  }

  /** Deletes what has expired, then what was not used for longest, until `bytes` more are free or a batch is done. */
  evict(bytes: number, now: number): void {
    this.#together(() => {
      const expired = this.#sql.expired.all(now)
      for (const { key } of expired) this.#sql.delete.run(key ?? null)
      if (expired.length > 0) return
      let freed = 0
      for (const row of this.#sql.oldest.all()) {
        if (freed >= bytes) return
        this.#sql.delete.run(row['key'] ?? null)
        freed += Number(row['bytes'])
      }
    })
  }

  /** Runs the work as one transaction, which takes its lock at once, so that waiting for it helps. */
  #together(work: () => void): void {
    this.#database.exec('BEGIN IMMEDIATE')
    try {
      work()
      this.#database.exec('COMMIT')
    } catch (error) {
      this.#rollBack()
      throw error
    }
  }

  #rollBack(): void {
    try {
      this.#database.exec('ROLLBACK')
    } catch {
      // A grave error has ended the transaction already.
    }
  }
}
