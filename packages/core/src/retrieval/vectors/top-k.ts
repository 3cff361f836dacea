/** A row that was found, with its score. */
export interface Neighbour {
  readonly index: number
  readonly score: number
}

/** Keeps the best k of all rows offered to it: the highest scores, and of equal ones the lowest indices. */
export class TopK {
  readonly #k: number
  // A heap with the worst of the best on top.
  readonly #heap: Neighbour[] = []

  constructor(k: number) {
    this.#k = k
  }

  /** Offers consecutive rows, of which the first has the index `start`; indices must rise from call to call. */
  offer(scores: Float32Array, start: number): void {
    let floor = this.#floor()
    for (let at = 0; at < scores.length; at += 1) {
      const score = scores[at] ?? Number.NaN
      // An equal score comes later, so it loses.
      if (!(score > floor)) continue
      this.#take({ index: start + at, score })
      floor = this.#floor()
    }
  }

  /** The best, the first before all others. */
  sorted(): Neighbour[] {
    return [...this.#heap].sort((a, b) => b.score - a.score || a.index - b.index)
  }

  #floor(): number {
    const worst = this.#heap.length < this.#k ? undefined : this.#heap[0]
    return worst?.score ?? Number.NEGATIVE_INFINITY
  }

  #take(row: Neighbour): void {
    const heap = this.#heap
    if (heap.length < this.#k) {
      heap.push(row)
      this.#rise(heap.length - 1)
    } else {
      heap[0] = row
      this.#sink()
    }
  }

  #rise(from: number): void {
    let at = from
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!this.#swapIfWorse(at, above)) return
      at = above
    }
  }

  #sink(): void {
    for (let at = 0; ; ) {
      const left = 2 * at + 1
      const right = left + 1
      const below = this.#isWorse(right, left) ? right : left
      if (!this.#swapIfWorse(below, at)) return
      at = below
    }
  }

  #swapIfWorse(a: number, b: number): boolean {
    const heap = this.#heap
    const [first, second] = [heap[a], heap[b]]
    if (!first || !second || !this.#isWorse(a, b)) return false
    heap[a] = second
    heap[b] = first
    return true
  }

  #isWorse(a: number, b: number): boolean {
    const [first, second] = [this.#heap[a], this.#heap[b]]
    if (!first || !second) return false
    return (
      first.score < second.score || (first.score === second.score && first.index > second.index)
    )
  }
}
