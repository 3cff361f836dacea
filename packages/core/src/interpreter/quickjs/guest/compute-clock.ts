import type { SharedState } from '../shared-state.ts'

/** How long the thread has computed for a run: its own time on a processor where Node tells it, else time that passed. */
export class ComputeClock {
  private readonly shared: SharedState
  private earlier = 0
  private since: number | undefined

  constructor(shared: SharedState) {
    this.shared = shared
  }

  /** Counts from 0 again, whether it goes or stands. */
  restart(): void {
    this.earlier = 0
    if (this.since !== undefined) this.resume()
  }

  resume(): void {
    this.since = now()
    this.shared.beat(this.earlier)
  }

  pause(): void {
    this.earlier = this.elapsed()
    this.since = undefined
    this.shared.rest(this.earlier)
  }

  /** Milliseconds so far; the host, too, learns them. */
  beat(): number {
    const elapsed = this.elapsed()
    if (this.since !== undefined) this.shared.beat(elapsed)
    return elapsed
  }

  private elapsed(): number {
    return this.earlier + (this.since === undefined ? 0 : now() - this.since)
  }
}

// Since Node 23.9; only so do fifty interpreters on two processors not run out of time together.
function now(): number {
  if (!('threadCpuUsage' in process)) return performance.now()
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
