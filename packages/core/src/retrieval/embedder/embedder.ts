import { InputError } from '../../errors/input-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { Callable } from '../../internal/callable.ts'
import { runConcurrently } from '../../internal/run-concurrently.ts'
import { throwIfAborted } from '../../lm/attempts/throw-if-aborted.ts'
import { mergeCallOptions } from '../../settings/merge-call-options.ts'
import { currentScope } from '../../settings/scope.ts'
import type { EmbeddingModel } from '../embedding-model.ts'
import { askModel } from './ask-model.ts'
import { checkDimensions, checkEmbeddings } from './check-embeddings.ts'
import {
  type EmbedderOptions,
  type ResolvedEmbedderOptions,
  resolveEmbedderOptions,
} from './embedder-options.ts'
import { EmbeddingCache } from './embedding-cache.ts'
import { type EmbeddingFunction, modelOf } from './embedding-function.ts'

const nameAdvice =
  'must be an embedding model or a function; of a name `embedding(name)` of @ockham/adapters makes one.'

/** What one call of an embedder may be told. */
export interface EmbedOptions {
  signal?: AbortSignal
}

/**
 * Turns texts into vectors, in batches, each text once; called like a function, or by `embed`. Its
 * `model` is a vendor's or a function. Throws `EmbeddingError` for what are no embeddings. (dspy.Embedder)
 */
export class Embedder extends Callable {
  /** The embedding model that is asked. */
  readonly embeddingModel: EmbeddingModel
  readonly #isFunction: boolean
  readonly #options: ResolvedEmbedderOptions
  readonly #cache: EmbeddingCache | undefined

  /** Throws `OptionError` for an option that cannot be used. */
  constructor(model: EmbeddingModel | EmbeddingFunction, options: EmbedderOptions = {}) {
    super()
    if (typeof model === 'string') throw new OptionError('model', nameAdvice)
    this.#isFunction = typeof model === 'function'
    this.#options = resolveEmbedderOptions(options, this.#isFunction)
    this.embeddingModel = typeof model === 'function' ? modelOf(model, this.#options.name) : model
    const { store } = this.#options
    this.#cache = store && new EmbeddingCache(store, this.model)
  }

  /** The name of the model. */
  get model(): string {
    return this.embeddingModel.model
  }

  /** The vector of a text, or those of many in their order; all have the same length. */
  embed(text: string, options?: EmbedOptions): Promise<Float32Array>
  embed(texts: readonly string[], options?: EmbedOptions): Promise<Float32Array[]>
  async embed(
    given: string | readonly string[],
    { signal }: EmbedOptions = {},
  ): Promise<Float32Array | Float32Array[]> {
    const texts = typeof given === 'string' ? [given] : given
    checkTexts(texts)
    const around = mergeCallOptions(currentScope().call, signal && { signal }).signal
    throwIfAborted(around)
    const vectors = await this.#vectorsOf([...new Set(texts)], around)
    const [first = new Float32Array()] = vectors.values()
    if (typeof given === 'string') return first
    const handedOut = new Set<string>()
    return texts.map((text) => {
      const vector = vectors.get(text) ?? first
      // Whoever changes the vector of one text must not change that of its double.
      if (handedOut.has(text)) return vector.slice()
      handedOut.add(text)
      return vector
    })
  }

  protected override run(given: string & readonly string[], options?: EmbedOptions): unknown {
    return this.embed(given, options)
  }

  async #vectorsOf(
    texts: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<Map<string, Float32Array>> {
    const { batchSize, concurrency } = this.#options
    const found =
      (await this.#cache?.find(this.embeddingModel, texts)) ?? new Map<string, Float32Array>()
    const missing = texts.filter((text) => !found.has(text))
    if (missing.length > 0) {
      const failed = new AbortController()
      const ending = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal
      await runConcurrently(Math.ceil(missing.length / batchSize), concurrency, async (batch) => {
        try {
          const asked = missing.slice(batch * batchSize, (batch + 1) * batchSize)
          for (const [text, vector] of await this.#ask(asked, ending)) found.set(text, vector)
        } catch (error) {
          // What the other requests bring is of no use any more.
          failed.abort(error)
          throw error
        }
      })
    }
    checkDimensions(this.embeddingModel, found)
    return found
  }

  async #ask(texts: readonly string[], signal: AbortSignal): Promise<Map<string, Float32Array>> {
    const { embeddingModel: model } = this
    const response = await askModel(model, texts, this.#options.retry, signal)
    const { inputTokens = 0, costUSD = null } = response
    // A function is the program's own work, as a tool is: what it spends it does not tell.
    if (!this.#isFunction) {
      const usage = { inputTokens, outputTokens: 0 }
      currentScope().ledger?.record({ model: model.model, usage, costUSD })
    }
    const vectors = checkEmbeddings(model, texts, response)
    checkDimensions(model, vectors)
    await this.#cache?.keep(model, vectors)
    return vectors
  }
}

/** The call itself, which is `embed`. */
export interface Embedder {
  (text: string, options?: EmbedOptions): Promise<Float32Array>
  (texts: readonly string[], options?: EmbedOptions): Promise<Float32Array[]>
}

function checkTexts(texts: readonly unknown[]): void {
  const at = texts.findIndex((text) => typeof text !== 'string')
  if (at < 0) return
  throw new InputError(`Only texts can be embedded; the one at ${at} is ${typeof texts[at]}.`, {})
}
