import type { LM } from '@ockham/core'
import type { VendorOptions } from '../vendor/vendor-options.ts'
import type { SeenRequest } from './scripted-server.ts'

/** The bytes of one vendor that the fault tests are written in. */
export interface VendorWire {
  make: (options: VendorOptions) => LM
  keyName: string
  contentType: string
  /** An event that begins a reply and holds no content. */
  opening: string
  /** An event with a piece of text. */
  delta: (text: string) => string
  /** The events that end a reply. */
  ending: string
  /** An overload reported inside the stream. */
  overloaded: string
  /** Whether a stream is asked for, where the body does not say. */
  isStreamed?: (request: SeenRequest) => boolean
  /** A whole reply for `generate`, when the vendor gives one, with its content type. */
  whole?: string
  /** The HTTP is read by a library of others, which shows the events only, and the end with the body's. */
  readElsewhere?: true
  unknownModel: { status: number; body: string }
}

/** The request all fault tests make. */
export const hello: { messages: { role: 'user'; content: string }[] } = {
  messages: [{ role: 'user', content: 'Say hello.' }],
}
