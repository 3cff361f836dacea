import type { FileHandle } from 'node:fs/promises'

const pieceBytes = 1024 * 1024
const lineEnd = 0x0a

/** The lines of a file from a position on, each without the line feed that ends it; one without is cut off, and none. */
export async function* fileLines(file: FileHandle, from: number): AsyncGenerator<string, void> {
  let begun: Buffer[] = []
  let position = from
  for (;;) {
    const { bytesRead, buffer } = await file.read(
      Buffer.allocUnsafe(pieceBytes),
      0,
      pieceBytes,
      position,
    )
    if (bytesRead === 0) return
    position += bytesRead
    const piece = buffer.subarray(0, bytesRead)
    let start = 0
    for (let end = piece.indexOf(lineEnd); end >= 0; end = piece.indexOf(lineEnd, start)) {
      yield Buffer.concat([...begun, piece.subarray(start, end)]).toString()
      begun = []
      start = end + 1
    }
    begun.push(piece.subarray(start))
  }
}
