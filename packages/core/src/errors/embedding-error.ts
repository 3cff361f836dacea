import { OckhamError, type OckhamErrorOptions } from './ockham-error.ts'

/** What is known about embeddings that cannot be used. */
export interface EmbeddingErrorOptions extends OckhamErrorOptions {
  /** The embedding model. */
  model: string
  /** The text whose embedding is wrong, where it is that of one text. */
  text?: string | undefined
  /** The wrong number of embeddings, of numbers in one, or something in one that is not a finite number. */
  reason: 'count' | 'dimensions' | 'number'
}

/** An embedding model gave what are no embeddings of the texts it was asked for. */
export class EmbeddingError extends OckhamError {
  static override readonly kind: string = 'EmbeddingError'
  override readonly code = 'embedding'
  readonly model: string
  readonly reason: EmbeddingErrorOptions['reason']
  readonly text: string | undefined

  constructor(message: string, options: EmbeddingErrorOptions) {
    super(message, options)
    this.model = options.model
    this.reason = options.reason
    this.text = options.text
  }
}
