import type { LMCapabilities, LMConfig, LMMessage } from '@ockham/core'
import type { FailureFacts } from '../failure/failure-facts.ts'
import type { Environment } from '../internal/environment.ts'
import type { ReplyPart } from '../reply/reply-part.ts'

/** Where and as whom a vendor is reached; made when the first call is. */
export interface Connection {
  /** Without its query, which `fetch` adds. */
  baseURL: string
  query: string
  apiKey: string | undefined
  headers: Readonly<Record<string, string>>
  /** The SDK's own limit, set so far out that ours strikes first; in milliseconds. */
  timeoutMs: number
  /** Follows no redirect to another origin. */
  fetch: typeof fetch
}

/** One request in our words, with the settings of the LM and of the call already merged. */
export interface VendorRequest {
  model: string
  messages: readonly LMMessage[]
  config: LMConfig
  /** False asks for the reply in one piece. */
  streamed: boolean
}

/** Sends a request; aborting the controller closes its socket. */
export type Ask = (
  request: VendorRequest,
  controller: AbortController,
) => Promise<AsyncIterable<readonly ReplyPart[]>>

/** Who a vendor is and where it is reached, whatever it is asked for. */
export type VendorAddress = Pick<
  Vendor,
  | 'provider'
  | 'keyNames'
  | 'keyRequired'
  | 'baseURLNames'
  | 'baseURL'
  | 'takesHost'
  | 'addressAdvice'
  | 'keyAdvice'
  | 'local'
>

/** All that differs between vendors; a new vendor is one more of these. */
export interface Vendor {
  /** The first segment of the model string. */
  readonly provider: string
  /** Environment variables that may hold the key; the first that is set wins. */
  readonly keyNames: readonly string[]
  readonly keyRequired: boolean
  /** Environment variables that may hold the base URL. */
  readonly baseURLNames: readonly string[]
  readonly baseURL: string | undefined
  /** Whether a base URL may be a host alone. */
  readonly takesHost?: boolean
  /** What to do about a missing address, where it is made up of something else. */
  readonly addressAdvice?: string
  /** What else to say about a missing key, where another credential may be there. */
  readonly keyAdvice?: (env: Environment) => string
  /** Made to run on the user's machines: patient timers, and no cost as long as it is there. */
  readonly local: boolean
  /** Whether the server hands this model on to a cloud. */
  handsOn?(model: string): boolean
  /** The provider's id in the price catalog, when it has one. */
  readonly priceProvider: string | undefined
  /** The limit of a reply that it is sent when the request sets none. */
  readonly defaultMaxTokens?: number
  /** What its wire can do, of whatever model; the catalog knows which models cannot. */
  readonly capabilities: LMCapabilities
  /** Whether its replies hold the thoughts of this model, should it be one that thinks. */
  tellsThoughts?(model: string): boolean
  /** Whether `generate` collects a stream; where it does, all three timers hold for it. */
  readonly generateStreams: boolean
  /**
   * The evidence that a streamed reply is whole: every finish reason, the vendor's last event, or,
   * for servers that send neither, a clean end of balanced output.
   */
  readonly wholeWhen: 'finished' | 'ended' | 'closed'
  /** What to do about a model the vendor does not know. */
  unknownModelAdvice(model: string): string
  /** The request in the vendor's words, as `connect` will send it; pure. Throws `UnsupportedFeatureError`. */
  body(request: VendorRequest): object
  /** Loads the SDK and makes its client. */
  connect(connection: Connection): Promise<Ask>
  /** What an error of the SDK says about the vendor's answer; undefined when there was no answer. */
  explain(error: unknown): FailureFacts | undefined
}
