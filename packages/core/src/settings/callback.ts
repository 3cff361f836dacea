/** The kinds of work callbacks hear of. */
export type CallKind =
  | 'module'
  | 'lm'
  | 'embedding'
  | 'adapterFormat'
  | 'adapterParse'
  | 'tool'
  | 'evaluate'

/** Some work begins. */
export interface CallStart {
  readonly callId: string
  /** The call that this one is part of. */
  readonly parentId: string | undefined
  /** The module, LM, embedding model, adapter, tool or program at work. */
  readonly instance: object
  readonly inputs: unknown
}

/** Some work is over: with outputs, or with an error. */
export interface CallEnd {
  readonly callId: string
  readonly parentId: string | undefined
  readonly instance: object
  readonly outputs?: unknown
  readonly error?: unknown
}

/** Hears of work as it begins and ends; every method is optional, and what it throws is only warned of. */
export interface Callback {
  onModuleStart?(event: CallStart): void
  onModuleEnd?(event: CallEnd): void
  onLMStart?(event: CallStart): void
  onLMEnd?(event: CallEnd): void
  /** One request for the embeddings of some texts, which are its inputs. */
  onEmbeddingStart?(event: CallStart): void
  onEmbeddingEnd?(event: CallEnd): void
  onAdapterFormatStart?(event: CallStart): void
  onAdapterFormatEnd?(event: CallEnd): void
  onAdapterParseStart?(event: CallStart): void
  onAdapterParseEnd?(event: CallEnd): void
  onToolStart?(event: CallStart): void
  onToolEnd?(event: CallEnd): void
  onEvaluateStart?(event: CallStart): void
  onEvaluateEnd?(event: CallEnd): void
}
