import type { LMConfig, LMRequest } from '@ockham/core'
import type { Priced } from '../catalog/priced.ts'
import type { Timeouts } from '../timing/timeouts.ts'
import type { Ask, Connection, Vendor } from './vendor.ts'

/** A vendor that can be asked, once its SDK is loaded. */
export interface Connected {
  connection: Connection
  ask: Promise<Ask>
  /** What `ask` came to, so that nobody waits for it again. */
  ready?: Ask
}

/** One call, ready to be made. */
export interface CallPlan {
  vendor: Vendor
  /** `provider/model`. */
  model: string
  modelName: string
  priced: Priced
  timeouts: Timeouts
  request: LMRequest
  /** The settings of the LM and of the request, merged. */
  config: LMConfig
  streamed: boolean
  /** Whether anyone looks at the events before the last. */
  watched: boolean
  /** Finds key and address, and starts to load the SDK. */
  connect: () => Connected
}
