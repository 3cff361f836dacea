import { laneCount } from './dot-products.ts'

const firstRows = 16
// As DSPy has it: a vector of zeros stays one.
const leastLength = 1e-10

/** The rows of a table at one moment; later changes of the table leave them as they are. */
export interface TableView {
  /** Row after row; each begins `stride` numbers after the one before it. */
  readonly numbers: Float32Array
  readonly count: number
  readonly stride: number
}

/** Vectors of one length in one piece of memory, which doubles when it is full. */
export class VectorTable {
  readonly dimensions: number
  readonly #stride: number
  #numbers: Float32Array
  #count = 0

  constructor(dimensions: number, expectedRows: number = firstRows) {
    this.dimensions = dimensions
    this.#stride = Math.ceil(dimensions / laneCount) * laneCount
    this.#numbers = new Float32Array(this.#stride * Math.max(expectedRows, firstRows))
  }

  get count(): number {
    return this.#count
  }

  /** The rows as they are now. */
  view(): TableView {
    return { numbers: this.#numbers, count: this.#count, stride: this.#stride }
  }

  /** The numbers of one row, in place. */
  row(index: number): Float32Array {
    const start = index * this.#stride
    return this.#numbers.subarray(start, start + this.dimensions)
  }

  /** Adds a vector at the end, of length one when asked for. */
  append(vector: Float32Array, normalize: boolean): void {
    const start = this.#count * this.#stride
    if (start === this.#numbers.length) this.#grow()
    this.#numbers.set(vector, start)
    this.#count += 1
    if (normalize) scaleToOne(this.row(this.#count - 1))
  }

  /** A vector as `nearest` takes it: filled up to the length of a row, and of length one when asked for. */
  query(vector: Float32Array, normalize: boolean): Float32Array {
    const padded = new Float32Array(this.#stride)
    padded.set(vector)
    if (normalize) scaleToOne(padded)
    return padded
  }

  /** A table of those rows alone that `isKept` takes. */
  filtered(isKept: (index: number) => boolean): VectorTable {
    const table = new VectorTable(this.dimensions, this.#count)
    for (let index = 0; index < this.#count; index += 1) {
      if (isKept(index)) table.append(this.row(index), false)
    }
    return table
  }

  #grow(): void {
    const larger = new Float32Array(this.#numbers.length * 2)
    larger.set(this.#numbers)
    this.#numbers = larger
  }
}

function scaleToOne(vector: Float32Array): void {
  let squares = 0
  for (const value of vector) squares += value * value
  const length = Math.max(Math.sqrt(squares), leastLength)
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) / length
}
