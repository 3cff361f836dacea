import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { StateError } from '@ockham/core'

const format = 'ockham-checkpoint'
const version = 1

/**
 * What a run has done, on disk: a line for each piece of work, written before anything is made of it. A process that
 * dies loses what it had under way and no more. Without a path nothing is kept.
 */
export class Journal {
  private readonly entries = new Map<string, unknown>()
  private readonly file: number | undefined

  /**
   * Opens a journal, or begins one. `fingerprint` says what run it is of; throws `StateError` for a file of another
   * run, and for one that is damaged.
   */
  constructor(path: string | undefined, fingerprint: string) {
    if (path === undefined) return
    mkdirSync(dirname(path), { recursive: true })
    this.file = openSync(path, 'a+', 0o600)
    try {
      this.read(path, this.file, fingerprint)
    } catch (error) {
      closeSync(this.file)
      throw error
    }
  }

  /** What was recorded for a piece of work; undefined for one that is not done. */
  get(key: string): unknown {
    return this.entries.get(key)
  }

  /** Keeps what came of a piece of work; JSON can hold it. */
  record(key: string, value: object): void {
    if (this.file === undefined) return
    this.write(this.file, { key, value })
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file)
  }

  private read(path: string, file: number, fingerprint: string): void {
    const bytes = readFileSync(path)
    // A line without its end was cut short by the end of a process.
    const whole = bytes.lastIndexOf(0x0a) + 1
    if (whole < bytes.length) ftruncateSync(file, whole)
    const [header, ...lines] = bytes.toString('utf8', 0, whole).split('\n').slice(0, -1)
    if (header === undefined) {
      this.write(file, { format, version, fingerprint })
      return
    }
    checkHeader(path, header, fingerprint)
    for (const [index, line] of lines.entries()) {
      const entry = parse(line)
      if (typeof entry?.['key'] !== 'string' || typeof entry['value'] !== 'object') {
        throw new StateError(
          `The checkpoint ${path} is damaged in line ${index + 2}. Delete it to begin anew.`,
        )
      }
      this.entries.set(entry['key'], entry['value'])
    }
  }

  private write(file: number, line: object): void {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`)
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
  }
}

function checkHeader(path: string, line: string, fingerprint: string): void {
  const header = parse(line)
  if (header?.['format'] !== format || header['version'] !== version) {
    throw new StateError(
      `${path} is no checkpoint of this version. Name another path, or delete it.`,
    )
  }
  if (header['fingerprint'] === fingerprint) return
  throw new StateError(
    `The checkpoint ${path} is of another run: the program, the data, the options or the LM differ. ` +
      'Name another path, or delete it to begin anew.',
  )
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}
