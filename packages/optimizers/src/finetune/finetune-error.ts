import { OckhamError, type OckhamErrorOptions } from '@ockham/core'

/** What is known of a job, or a request about one, that failed. */
export interface FinetuneErrorOptions extends OckhamErrorOptions {
  provider: string
  job?: string | undefined
  /** The HTTP status, where a reply had one. */
  status?: number | undefined
}

/** A model could not be fine-tuned. */
export class FinetuneError extends OckhamError {
  static override readonly kind: string = 'FinetuneError'
  override readonly code = 'finetune'
  readonly provider: string
  readonly job: string | undefined
  readonly status: number | undefined

  constructor(message: string, options: FinetuneErrorOptions) {
    super(message, options)
    this.provider = options.provider
    this.job = options.job
    this.status = options.status
  }
}
