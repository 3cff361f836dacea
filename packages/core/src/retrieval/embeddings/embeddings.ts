import { Module } from '../../module/module.ts'
import type { SchemaOutput, StandardSchema } from '../../schema/standard-schema.ts'
import { currentScope } from '../../settings/scope.ts'
import type { Embedder, EmbedOptions } from '../embedder/embedder.ts'
import { type IndexHeader, indexFormat } from '../index-file/index-header.ts'
import { readIndex } from '../index-file/read-index.ts'
import { writeIndex } from '../index-file/write-index.ts'
import type { Neighbour } from '../vectors/top-k.ts'
import { checkK, type EmbeddingsOptions, resolveEmbeddingsOptions } from './embeddings-options.ts'
import {
  checkModel,
  checkPassages,
  type LoadIndexOptions,
  type LoadRecordsOptions,
} from './load-index-options.ts'
import { PassageIndex } from './passage-index.ts'

/** What is searched for. */
export interface SearchInputs {
  query: string
  /** Instead of the retriever's own. */
  k?: number
}

/** What was found, the best first. */
export interface SearchOutputs<Passage> {
  passages: Passage[]
  /** Their places in the corpus. */
  indices: number[]
  scores: number[]
}

/** An index that is there already, as `loadIndex` has it. */
interface Indexed<Passage> {
  index: PassageIndex<Passage>
  k: number
}

/**
 * Finds the passages whose vectors are nearest to that of a query, exactly, over all of them. The corpus
 * is embedded once, at the first search. A copy shares the corpus. (dspy.retrievers.Embeddings)
 */
export class Embeddings<Passage = string> extends Module<SearchInputs, SearchOutputs<Passage>> {
  /** Passages found for a query that names no number of its own. */
  k: number
  private readonly index: PassageIndex<Passage>

  /** Throws `OptionError` for a `k` that cannot be used. */
  constructor(options: EmbeddingsOptions<Passage> | Indexed<Passage>) {
    super()
    const { k, normalize } = resolveEmbeddingsOptions(options)
    this.k = k
    if ('index' in options) this.index = options.index
    else {
      const { corpus, embedder, textOf = String } = options
      this.index = new PassageIndex({ corpus, embedder, textOf, normalize })
    }
  }

  get embedder(): Embedder {
    return this.index.embedder
  }

  /** How many passages it searches. */
  get size(): number {
    return this.index.size
  }

  override async forward({ query, k = this.k }: SearchInputs): Promise<SearchOutputs<Passage>> {
    const [found] = await this.search([query], k, currentScope().call.signal)
    return found ?? { passages: [], indices: [], scores: [] }
  }

  /** Searches for many queries at once, which are embedded and compared together. */
  async searchAll(
    queries: readonly string[],
    { k = this.k, signal }: EmbedOptions & { k?: number } = {},
  ): Promise<SearchOutputs<Passage>[]> {
    return this.search(queries, k, signal)
  }

  /** Embeds the corpus now, and not with the first search. */
  async ready({ signal }: EmbedOptions = {}): Promise<this> {
    await this.index.ready(signal)
    return this
  }

  /** Adds passages at the end of the corpus; gives their indices. */
  add(passages: readonly Passage[], { signal }: EmbedOptions = {}): Promise<number[]> {
    return this.index.add(passages, signal)
  }

  /** Takes the passages of these indices out of the corpus; those behind them move up. */
  remove(indices: Iterable<number>, { signal }: EmbedOptions = {}): Promise<void> {
    return this.index.remove(new Set(indices), signal)
  }

  /** Writes passages and vectors to one file, whole or not at all; embeds the corpus first where that is to do. */
  async saveIndex(path: string, { signal }: EmbedOptions = {}): Promise<void> {
    const { k, index } = this
    const { embedder, normalize } = index
    const indexed = await index.ready(signal)
    const { dimensions = 0, count = 0 } = indexed.table ?? {}
    const about = { model: embedder.model, dimensions, count, normalize, k }
    await writeIndex(path, { ...indexFormat, ...about }, indexed)
  }

  /**
   * Reads what `saveIndex` wrote, without embedding it again. Passages that are not texts are checked by
   * the schema `passage`. Throws `StateError` for another file, or an embedder of another model.
   */
  static async loadIndex<Schema extends StandardSchema>(
    path: string,
    options: LoadRecordsOptions<Schema>,
  ): Promise<Embeddings<SchemaOutput<Schema>>>
  static async loadIndex(path: string, options: LoadIndexOptions): Promise<Embeddings>
  static async loadIndex<Passage>(
    path: string,
    options: LoadIndexOptions & {
      passage?: StandardSchema
      textOf?: (passage: Passage) => string
    },
  ): Promise<Embeddings<Passage>> {
    const { embedder, textOf = String, k } = options
    const check = (header: IndexHeader): void => checkModel(header, embedder)
    const { header, table, passages } = await readIndex(path, check)
    // Texts where there is no schema, and what the schema gives where there is one.
    const corpus = (await checkPassages(passages, options.passage, path)) as Passage[]
    const { normalize } = header
    const index = new PassageIndex({ corpus, embedder, textOf, normalize }, table)
    return new Embeddings<Passage>({ index, k: k ?? header.k })
  }

  private async search(
    queries: readonly string[],
    k: number,
    signal: AbortSignal | undefined,
  ): Promise<SearchOutputs<Passage>[]> {
    checkK(k)
    const { passages, found } = await this.index.nearest(queries, k, signal)
    return found.map((neighbours) => outputsOf(passages, neighbours))
  }
}

function outputsOf<Passage>(
  passages: readonly Passage[],
  neighbours: readonly Neighbour[],
): SearchOutputs<Passage> {
  return {
    // Every index is one of the list's.
    passages: neighbours.map(({ index }) => passages[index] as Passage),
    indices: neighbours.map(({ index }) => index),
    scores: neighbours.map(({ score }) => score),
  }
}
