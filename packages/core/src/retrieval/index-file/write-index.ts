import type { FileHandle } from 'node:fs/promises'
import { OptionError } from '../../errors/option-error.ts'
import { replaceFile } from '../../internal/replace-file.ts'
import type { IndexedPassages } from '../embeddings/passage-index.ts'
import type { VectorTable } from '../vectors/vector-table.ts'
import type { IndexHeader } from './index-header.ts'
import { littleEndianBytes } from './little-endian.ts'

const rowsAtOnce = 1024
const passagesAtOnce = 1024

/**
 * Writes an index to a file, whole or not at all: a line of JSON that describes it, the numbers as
 * little-endian 32-bit floats row after row, and a line of JSON for each passage.
 */
export async function writeIndex<Passage>(
  path: string,
  header: IndexHeader,
  { passages, table }: IndexedPassages<Passage>,
): Promise<void> {
  const { open } = await import('node:fs/promises')
  await replaceFile(path, async (draft) => {
    const file = await open(draft, 'w')
    try {
      await file.appendFile(`${JSON.stringify(header)}\n`)
      if (table) await writeRows(file, table, header.count)
      for (let start = 0; start < header.count; start += passagesAtOnce) {
        const end = Math.min(start + passagesAtOnce, header.count)
        await file.appendFile(passages.slice(start, end).map(jsonLine).join(''))
      }
    } finally {
      await file.close()
    }
  })
}

async function writeRows(file: FileHandle, table: VectorTable, count: number): Promise<void> {
  const { dimensions } = table
  for (let start = 0; start < count; start += rowsAtOnce) {
    const end = Math.min(start + rowsAtOnce, count)
    const rows = new Float32Array((end - start) * dimensions)
    for (let row = start; row < end; row += 1) rows.set(table.row(row), (row - start) * dimensions)
    await file.appendFile(littleEndianBytes(rows))
  }
}

function jsonLine(passage: unknown): string {
  const json: string | undefined = JSON.stringify(passage)
  if (json !== undefined) return `${json}\n`
  throw new OptionError('corpus', 'holds a passage that is not JSON, so it cannot be saved.')
}
