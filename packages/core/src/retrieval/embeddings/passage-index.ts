import { EmbeddingError } from '../../errors/embedding-error.ts'
import { SingleFlight } from '../../lm/cache/single-flight.ts'
import { inScope } from '../../settings/scope.ts'
import type { Embedder } from '../embedder/embedder.ts'
import { nearest } from '../vectors/nearest.ts'
import type { Neighbour } from '../vectors/top-k.ts'
import { VectorTable } from '../vectors/vector-table.ts'

const passagesAtOnce = 10_000

interface Embedded {
  texts: readonly string[]
  vectors: readonly Float32Array[]
}

/** What an index is made of. */
export interface PassageIndexOptions<Passage> {
  embedder: Embedder
  corpus: readonly Passage[]
  textOf: (passage: Passage) => string
  /** Whether vectors are brought to length one, so that scores are cosines. */
  normalize: boolean
}

/** The passages with their vectors: row for row. */
export interface IndexedPassages<Passage> {
  readonly passages: readonly Passage[]
  /** Undefined while there is no passage: how long a vector is shows with the first. */
  readonly table: VectorTable | undefined
}

/** Passages that are found by the dot products of their vectors; those it begins with are embedded once, when first needed. */
export class PassageIndex<Passage> {
  readonly embedder: Embedder
  readonly textOf: (passage: Passage) => string
  readonly normalize: boolean
  readonly #building = new SingleFlight<void>()
  #isBuilt: boolean
  #passages: Passage[]
  #table: VectorTable | undefined

  /** With a table its rows are the vectors of the corpus, as they are. */
  constructor(options: PassageIndexOptions<Passage>, table?: VectorTable) {
    this.embedder = options.embedder
    this.textOf = options.textOf
    this.normalize = options.normalize
    this.#passages = [...options.corpus]
    this.#table = table
    this.#isBuilt = table !== undefined || this.#passages.length === 0
  }

  get size(): number {
    return this.#passages.length
  }

  /** The passages, all of them embedded. */
  async ready(signal?: AbortSignal): Promise<IndexedPassages<Passage>> {
    if (!this.#isBuilt) {
      // Whoever needs it first starts it, and only when all who wait have left is it aborted.
      const build = (all: AbortSignal): Promise<void> =>
        inScope({ call: {} }, () => this.#build(all))
      await this.#building.join('', signal, build)
    }
    return { passages: this.#passages, table: this.#table }
  }

  /** Embeds passages and adds them at the end; gives their indices. */
  async add(passages: readonly Passage[], signal?: AbortSignal): Promise<number[]> {
    await this.ready(signal)
    const embedded = await this.#embed(passages, signal)
    // From here to the end nothing waits, so that passages and vectors stay in step.
    this.#table = this.#append(this.#table, embedded, this.size)
    const first = this.size
    this.#passages.push(...passages)
    return passages.map((_, at) => first + at)
  }

  /** Takes passages out; those behind them move up. */
  async remove(indices: ReadonlySet<number>, signal?: AbortSignal): Promise<void> {
    await this.ready(signal)
    // Made anew: searches under way go on with what they began with.
    this.#table = this.#table?.filtered((index) => !indices.has(index))
    this.#passages = this.#passages.filter((_, index) => !indices.has(index))
  }

  /** For each text the k passages nearest to it, and the list that their indices are of. */
  async nearest(
    texts: readonly string[],
    k: number,
    signal?: AbortSignal,
  ): Promise<{ passages: readonly Passage[]; found: Neighbour[][] }> {
    const { passages, table } = await this.ready(signal)
    if (!table || table.count === 0) return { passages, found: texts.map(() => []) }
    const view = table.view()
    const vectors = await this.embedder.embed(texts, signal && { signal })
    this.#check(table, { texts, vectors })
    const queries = vectors.map((vector) => table.query(vector, this.normalize))
    return { passages, found: await nearest(view, queries, k, signal) }
  }

  async #build(signal: AbortSignal): Promise<void> {
    let table: VectorTable | undefined
    // In parts, so that the vectors are not held twice.
    for (let start = 0; start < this.size; start += passagesAtOnce) {
      const part = this.#passages.slice(start, start + passagesAtOnce)
      table = this.#append(table, await this.#embed(part, signal), this.size)
    }
    this.#table = table
    this.#isBuilt = true
  }

  async #embed(passages: readonly Passage[], signal: AbortSignal | undefined): Promise<Embedded> {
    const texts = passages.map((passage) => this.textOf(passage))
    return { texts, vectors: await this.embedder.embed(texts, signal && { signal }) }
  }

  #append(
    given: VectorTable | undefined,
    embedded: Embedded,
    expectedRows: number,
  ): VectorTable | undefined {
    const [first] = embedded.vectors
    if (!first) return given
    const table = given ?? new VectorTable(first.length, expectedRows)
    this.#check(table, embedded)
    for (const vector of embedded.vectors) table.append(vector, this.normalize)
    return table
  }

  #check({ dimensions }: VectorTable, { texts, vectors }: Embedded): void {
    const at = vectors.findIndex((vector) => vector.length !== dimensions)
    if (at < 0) return
    const { model } = this.embedder
    throw new EmbeddingError(
      `${model} gave a vector of ${vectors[at]?.length} numbers; those of this index have ${dimensions}. ` +
        'Embed passages and queries with the same model and settings.',
      { model, text: texts[at], reason: 'dimensions' },
    )
  }
}
