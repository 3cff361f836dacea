import type { WallCall } from '../wall-call.ts'

/** What the wall does with one request. */
export type Behaviour = (call: WallCall) => void | Promise<void>
