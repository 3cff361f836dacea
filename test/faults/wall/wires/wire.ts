import type { WallRequest } from '../wall-request.ts'

/** One API as a server speaks it; every text is bytes for the socket. */
export interface Wire {
  readonly name: 'openai' | 'anthropic' | 'ollama' | 'gemini'
  /** The model a request names; undefined when the request is not of this wire. */
  model(request: WallRequest): string | undefined
  streamed(request: WallRequest): boolean
  readonly contentType: string
  /** An event that begins a reply and holds no content. */
  readonly opening: string
  /** A piece of text. */
  delta(text: string): string
  /** What says that the reply is whole, without usage or end mark. */
  readonly finish: string
  readonly usage: string
  /** What a reply says it costs, in US dollars; 0 where the wire has no word for it. */
  readonly costUSD: number
  /** The end mark. */
  readonly done: string
  /** A piece of content that is not JSON. */
  readonly malformed: string
  /** A reply in one piece, usage included. */
  whole(text: string): string
  /** The body of an error response. */
  error(status: number, code: string, message: string): string
  /** An error inside a stream. */
  streamError(status: number, code: string, message: string): string
}
