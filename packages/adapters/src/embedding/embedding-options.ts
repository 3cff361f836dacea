import { type JSONValue, OptionError } from '@ockham/core'
import type { VendorOptions } from '../vendor/vendor-options.ts'

/** Options of an embedding model. */
export interface EmbeddingOptions
  extends Pick<VendorOptions, 'apiKey' | 'baseURL' | 'headers' | 'fetch' | 'env'> {
  /** Numbers in each embedding, of a model that can be told; otherwise as many as the model gives. */
  dimensions?: number
  /** Milliseconds until a reply must be complete; `Infinity` for no limit. Default: a minute, ten for a local server. */
  timeoutMs?: number
  /** US dollars per million tokens, for a model the catalog has no price of, or another one. */
  price?: { readonly input: number }
  /** How numbers come over the wire. Default: `base64` from OpenAI and Azure, what the server likes from others. */
  encodingFormat?: 'base64' | 'float'
  /** Azure's `api-version`; read from the environment when left out. */
  apiVersion?: string
  /** More fields of the request, such as `input_type`. */
  extra?: Readonly<Record<string, JSONValue>>
}

/** Throws `OptionError` for an option that cannot be used. */
export function checkEmbeddingOptions({ dimensions, timeoutMs = 1 }: EmbeddingOptions): void {
  if (dimensions !== undefined && !(Number.isSafeInteger(dimensions) && dimensions >= 1)) {
    throw new OptionError('dimensions', 'must be a whole number from 1.')
  }
  if (!(timeoutMs > 0)) {
    throw new OptionError('timeoutMs', 'must be milliseconds above 0, or Infinity for no limit.')
  }
}
