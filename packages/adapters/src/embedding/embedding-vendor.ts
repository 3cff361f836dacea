import type { JSONValue } from '@ockham/core'
import type { WireObject } from '../internal/wire-object.ts'
import type { Connection, Vendor, VendorAddress } from '../vendor/vendor.ts'

/** One request for embeddings. */
export interface EmbeddingRequest {
  /** `provider/model`, for errors. */
  name: string
  model: string
  texts: readonly string[]
  dimensions: number | undefined
  encodingFormat: 'base64' | 'float' | undefined
  extra: Readonly<Record<string, JSONValue>>
}

/** What a vendor replied, in our words. */
export interface EmbeddingReply {
  embeddings: readonly Float32Array[]
  /** Undefined where the vendor does not tell. */
  inputTokens: number | undefined
  /** US dollars, where the vendor states its price. */
  costUSD: number | undefined
}

/** Sends a request; the signal closes its socket. */
export type AskForEmbeddings = (
  request: EmbeddingRequest,
  signal: AbortSignal,
) => Promise<WireObject>

/** A vendor, as it is asked for embeddings. */
export interface EmbeddingVendor {
  vendor: VendorAddress &
    Pick<Vendor, 'priceProvider' | 'handsOn' | 'unknownModelAdvice' | 'explain'>
  /** What `encodingFormat` is unless it is told. */
  encodingFormat?: 'base64'
  /** Loads the SDK and makes its client. */
  connect(connection: Connection): Promise<AskForEmbeddings>
  /** Reads a reply; throws for one that is an error or is not what was asked for. */
  read(reply: WireObject, request: EmbeddingRequest): EmbeddingReply
}
