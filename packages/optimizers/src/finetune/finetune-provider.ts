/** What a job begins with. */
export interface FinetuneRequest {
  /** The model to begin with. */
  readonly model: string
  /** The file, as `upload` called it. */
  readonly file: string
  readonly seed: number
  /** Settings of the training, under the provider's own names. */
  readonly hyperparameters?: Readonly<Record<string, number | string>>
}

/** How far a job is. */
export type FinetuneStatus =
  | { readonly state: 'running' }
  | { readonly state: 'succeeded'; readonly model: string; readonly trainedTokens?: number }
  | { readonly state: 'failed' | 'cancelled'; readonly message: string }

/** What a request may be told. */
export interface FinetuneControl {
  signal?: AbortSignal
}

/** Where models are fine-tuned. Each method is one request, and throws `FinetuneError` when it fails. */
export interface FinetuneProvider {
  /** The provider as it stands in model strings, such as `openai`. */
  readonly name: string
  /** Hands over a JSONL text and gives the name of the file that it is now. */
  upload(jsonl: string, control?: FinetuneControl): Promise<string>
  /** Begins a job and gives its name. */
  create(request: FinetuneRequest, control?: FinetuneControl): Promise<string>
  poll(job: string, control?: FinetuneControl): Promise<FinetuneStatus>
  cancel(job: string, control?: FinetuneControl): Promise<void>
  /** The job that learns from a file; undefined when there is none. A run that died as it began one asks for it. */
  find?(file: string, control?: FinetuneControl): Promise<string | undefined>
}
