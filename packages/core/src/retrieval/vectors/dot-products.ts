import { dotKernel } from './dot-kernel.ts'

/** Rows and queries are filled up with zeros to a multiple of so many numbers. */
export const laneCount = 8

const bytesPerNumber = 4
const pageBytes = 64 * 1024
// As many rows at a time as stay in the processor's cache, so that several queries find them there.
const blockNumbers = 64 * 1024

/**
 * Dot products of one query with a block of rows. There is one for the whole process, and what it holds
 * is good until the next `await`.
 */
class DotProducts {
  readonly #kernel = dotKernel()
  #numbers = new Float32Array(this.#kernel.memory.buffer)
  #stride = 0
  #rows = 0

  /** Rows of this length that are held at a time. */
  blockRows(stride: number): number {
    return Math.max(1, Math.floor(blockNumbers / stride))
  }

  /** Takes in some rows, at most `blockRows`, which stand one behind the other. */
  load(rows: Float32Array, stride: number): void {
    const count = rows.length / stride
    // The query, the rows, and a score of each.
    this.#reserve(stride + rows.length + count)
    this.#stride = stride
    this.#rows = count
    this.#numbers.set(rows, stride)
  }

  /** The scores of the rows that were loaded; they are overwritten by the next query. */
  scores(query: Float32Array): Float32Array {
    const stride = this.#stride
    const end = stride * (this.#rows + 1)
    this.#numbers.set(query)
    this.#kernel.dots(
      stride * bytesPerNumber,
      end * bytesPerNumber,
      stride * bytesPerNumber,
      0,
      end * bytesPerNumber,
    )
    return this.#numbers.subarray(end, end + this.#rows)
  }

  #reserve(numbers: number): void {
    const missing = numbers - this.#numbers.length
    if (missing <= 0) return
    this.#kernel.memory.grow(Math.ceil((missing * bytesPerNumber) / pageBytes))
    // Growing takes the memory away from the views of it.
    this.#numbers = new Float32Array(this.#kernel.memory.buffer)
  }
}

let shared: DotProducts | undefined

/** The process's dot products; compiled on first use. */
export function dotProducts(): DotProducts {
  shared ??= new DotProducts()
  return shared
}
