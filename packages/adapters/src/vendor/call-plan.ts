import type { LMConfig, LMRequest } from '@ockham/core'
import type { Priced } from '../catalog/priced.ts'
import type { Timeouts } from '../timing/timeouts.ts'
import type { Ask, Connection, Vendor } from './vendor.ts'

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
  connect: () => { connection: Connection; ask: Promise<Ask> }
}
