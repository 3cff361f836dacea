import type { FileHandle } from 'node:fs/promises'
import { StateError } from '../../errors/state-error.ts'
import { VectorTable } from '../vectors/vector-table.ts'
import { fileLines } from './file-lines.ts'
import { type IndexHeader, parseHeader } from './index-header.ts'
import { fromLittleEndian } from './little-endian.ts'

const longestHeader = 64 * 1024
const rowsAtOnce = 1024

/** What a saved index holds; its passages are whatever was saved. */
export interface SavedIndex {
  header: IndexHeader
  table: VectorTable | undefined
  passages: unknown[]
}

/** Reads what `writeIndex` wrote; `check` may refuse the header. Throws `StateError` for any other file. */
export async function readIndex(
  path: string,
  check: (header: IndexHeader) => void,
): Promise<SavedIndex> {
  const { open } = await import('node:fs/promises')
  const file = await open(path)
  try {
    const beginning = await filled(file, Buffer.alloc(longestHeader), 0)
    const [line = ''] = beginning.toString().split('\n', 1)
    const header = parseHeader(line, path)
    check(header)
    const start = Buffer.byteLength(line) + 1
    const table = await readRows(file, header, start, path)
    const passages: unknown[] = []
    for await (const json of fileLines(file, start + rowBytes(header) * header.count)) {
      passages.push(parsed(json, path))
    }
    if (passages.length === header.count) return { header, table, passages }
    throw damaged(path, `it has ${passages.length} of its ${header.count} passages`)
  } finally {
    await file.close()
  }
}

async function readRows(
  file: FileHandle,
  header: IndexHeader,
  start: number,
  path: string,
): Promise<VectorTable | undefined> {
  const { count, dimensions } = header
  const size = rowBytes(header)
  // Before memory is asked for: the header of a damaged file may say anything.
  const { size: held } = await file.stat()
  if (start + size * count > held) throw damaged(path, `it ends before its ${count} vectors do`)
  if (dimensions === 0) return undefined
  const table = new VectorTable(dimensions, count)
  for (let row = 0; row < count; row += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, count - row)
    // Not from a shared pool: numbers must begin at a multiple of their size.
    const bytes = await filled(file, Buffer.alloc(rows * size), start + row * size)
    fromLittleEndian(bytes)
    const numbers = new Float32Array(bytes.buffer, 0, rows * dimensions)
    if (!numbers.every(Number.isFinite)) throw damaged(path, 'a vector has what is no number')
    for (let at = 0; at < rows; at += 1) {
      table.append(numbers.subarray(at * dimensions, (at + 1) * dimensions), false)
    }
  }
  return table
}

function rowBytes({ dimensions }: IndexHeader): number {
  return dimensions * Float32Array.BYTES_PER_ELEMENT
}

/** As much of the file as the buffer takes: one read may give less. */
async function filled(file: FileHandle, buffer: Buffer, position: number): Promise<Buffer> {
  let length = 0
  while (length < buffer.length) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length, position + length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return buffer.subarray(0, length)
}

function parsed(json: string, path: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw damaged(path, 'a passage is cut off', error)
  }
}

function damaged(path: string, what: string, cause?: unknown): StateError {
  return new StateError(`${path} is damaged: ${what}. Embed the corpus again.`, [], { cause })
}
