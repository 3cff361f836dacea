import { StoreGuard } from '../../lm/cache/store-guard.ts'
import type { EmbeddingModel } from '../embedding-model.ts'
import type { EmbeddingStore } from './embedding-store.ts'

/** Part of each key: a change of what is hashed, or of what is stored, needs a new number. */
const formatVersion = 1

// As `cached` treats its store.
const patience = { storeTimeoutMs: 100, storeFailures: 3, storeRestMs: 10_000 }

/** An embedding store whose every failure is a miss, and whose numbers nobody else can change. */
export class EmbeddingCache {
  readonly #store: EmbeddingStore
  readonly #guard: StoreGuard

  constructor(store: EmbeddingStore, model: string) {
    this.#store = store
    this.#guard = new StoreGuard(patience, (error, restMs) => {
      if (restMs === 0) return
      process.emitWarning(
        `${model}: the store of embeddings failed and is left alone for ${restMs} ms: ${String(error)}`,
        { type: 'OckhamWarning', code: 'embedding-store-failed' },
      )
    })
  }

  /** Those of the texts' embeddings that the store holds. */
  async find(model: EmbeddingModel, texts: readonly string[]): Promise<Map<string, Float32Array>> {
    const keyOf = keysFor(model)
    const found = new Map<string, Float32Array>()
    await Promise.all(
      texts.map(async (text) => {
        const kept: unknown = await this.#guard.ask(() => this.#store.get(keyOf(text)))
        if (kept instanceof Float32Array && kept.length > 0) found.set(text, kept.slice())
      }),
    )
    return found
  }

  /** Keeps the embeddings of some texts. */
  async keep(model: EmbeddingModel, vectors: ReadonlyMap<string, Float32Array>): Promise<void> {
    const keyOf = keysFor(model)
    await Promise.all(
      [...vectors].map(([text, vector]) =>
        this.#guard.ask(() => this.#store.set(keyOf(text), vector.slice())),
      ),
    )
  }
}

/** The SHA-256, in hexadecimal, of a text and of all else that can change its embedding. */
function keysFor(model: EmbeddingModel): (text: string) => string {
  const { createHash } = process.getBuiltinModule('node:crypto')
  const told = model.fingerprint?.() ?? null
  const begun = createHash('sha256').update(JSON.stringify([formatVersion, model.model, told]))
  return (text) => begun.copy().update(text).digest('hex')
}
