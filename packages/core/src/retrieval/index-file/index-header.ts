import { StateError } from '../../errors/state-error.ts'
import { isRecord } from '../../internal/is-record.ts'

/** The first line of a saved index, as JSON. */
export interface IndexHeader {
  format: 'ockham-embeddings'
  version: number
  /** The embedding model that made the vectors. */
  model: string
  /** Numbers in each vector; 0 in an index of nothing. */
  dimensions: number
  count: number
  normalize: boolean
  /** Passages that a search found unless it was told otherwise. */
  k: number
}

/** What the header of a file of today says of its form. */
export const indexFormat = { format: 'ockham-embeddings', version: 1 } as const

/** Reads a header; throws `StateError` for a file that is no index, or one of a later version. */
export function parseHeader(line: string, path: string): IndexHeader {
  const header = parsed(line)
  if (!isRecord(header) || header['format'] !== indexFormat.format) {
    throw new StateError(`${path} is not an index that \`saveIndex\` wrote.`)
  }
  const { version, model, dimensions, count, normalize, k } = header
  if (version !== indexFormat.version) {
    throw new StateError(
      `${path} has version ${String(version)} of the index format; this version of Ockham reads ${indexFormat.version}. Update Ockham, or embed the corpus again.`,
    )
  }
  const isNamed = typeof model === 'string' && typeof normalize === 'boolean'
  if (isNamed && isCount(dimensions) && isCount(count) && isCount(k) && k > 0) {
    return { ...indexFormat, model, dimensions, count, normalize, k }
  }
  throw new StateError(`The header of ${path} is damaged. Embed the corpus again.`)
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
