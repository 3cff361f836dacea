import type { StatusMessageProvider } from './status-message-provider.ts'
import type { StatusMessages } from './status-messages.ts'
import type { AnyStreamListener, StreamListener } from './stream-listener.ts'

/** What `streamify` may be told. */
export interface StreamifyOptions<P = unknown> {
  /** Which fields come; by default all, with what LMs think and the tool calls they write. */
  listen?: readonly StreamListener<P>[]
  /** Whether field events carry the field's value so far, lists and objects growing; off by default. */
  partial?: boolean
  /** Words for `status` events; by default only tools are told of. */
  statusMessages?: StatusMessages | StatusMessageProvider
}

/** The same, of a program of which nothing is known. */
export interface AnyStreamifyOptions {
  listen?: readonly AnyStreamListener[]
  partial?: boolean
  statusMessages?: StatusMessages | StatusMessageProvider
}
