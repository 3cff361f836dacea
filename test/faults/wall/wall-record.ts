import type { Socket } from 'node:net'
import type { WallRequest } from './wall-request.ts'

/** What the wall saw of one model. */
export class WallRecord {
  readonly requests: WallRequest[] = []
  /** When each request came, in milliseconds of `performance.now`. */
  readonly times: number[] = []
  readonly sockets: Set<Socket> = new Set()
  /** Requests that are neither answered nor given up. */
  busy = 0
  /** Requests whose client hung up before the answer was complete. */
  closedByClient = 0
  /** US dollars of all answers that told their usage. */
  billedUSD = 0
}
