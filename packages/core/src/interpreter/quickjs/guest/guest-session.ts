import { rewriteCode } from '../rewrite/rewrite-code.ts'
import type { SharedState } from '../shared-state.ts'
import type { RunEnd, SettledCall, ThreadMessage, ThreadStart } from '../thread-message.ts'
import { ComputeClock } from './compute-clock.ts'
import { crash } from './crash.ts'
import { type Fault, faultText } from './fault-text.ts'
import { Guest, type GuestEvents } from './guest.ts'
import { lineIn } from './line-in.ts'
import { syntaxFault } from './syntax-fault.ts'

const maxCodeCharacters = 1_000_000
const jobsAtOnce = 1000
/** What code may compute that was stopped, to come to an end of its promises. */
const cleanUpMs = 200

/** Runs code in one machine, one run after the other, and says how each ended. */
export class GuestSession {
  private readonly start: ThreadStart
  private readonly shared: SharedState
  private readonly post: (message: ThreadMessage) => void
  private readonly clock: ComputeClock
  private readonly guest: Promise<Guest>
  private readonly underWay = new Set<number>()
  private calls = 0
  private runs = 0
  private code = ''
  private end: RunEnd | undefined
  private late = false

  constructor(start: ThreadStart, shared: SharedState, post: (message: ThreadMessage) => void) {
    this.start = start
    this.shared = shared
    this.post = post
    this.clock = new ComputeClock(shared)
    this.guest = Guest.create(start, this.events())
  }

  /** Starts a run; how it ended is posted, now or after calls of the host's functions have settled. */
  async run(code: string, variables: string): Promise<void> {
    const guest = await this.guest
    this.code = code
    this.end = undefined
    this.late = false
    this.underWay.clear()
    this.clock.restart()
    this.work(guest, () => this.begin(guest, variables))
  }

  /** Goes on with what waited for a call. */
  async settle(call: number, settled: SettledCall): Promise<void> {
    const guest = await this.guest
    if (!this.underWay.delete(call)) return
    this.work(guest, () => {
      if (!guest.invoke('settle', call, JSON.stringify(settled))) this.exhausted()
    })
  }

  private begin(guest: Guest, variables: string): void {
    const { code } = this
    const file = `code-${++this.runs}.js`
    if (code.length > maxCodeCharacters) {
      const message = `The code has ${code.length} characters; at most ${maxCodeCharacters} can run.`
      this.fail({ name: 'SyntaxError', message }, 'syntax')
      return
    }
    const rewritten = this.rewritten()
    if (!rewritten) return
    if (!guest.invoke('begin', JSON.stringify(rewritten.names), variables)) this.exhausted()
    // The code does not pay for reading what it is given.
    if (!this.late) this.clock.restart()
    if (!this.end) guest.evaluate(rewritten.functions, file)?.dispose()
    if (this.end || this.late) return
    const promise = guest.evaluate(`(async () => {${rewritten.body}\n})()`, file)
    if (promise && !guest.invoke('watch', promise)) this.exhausted()
    promise?.dispose()
  }

  private rewritten(): ReturnType<typeof rewriteCode> | undefined {
    try {
      const rewritten = rewriteCode(this.code)
      const given = [...this.start.functions, ...this.start.finals]
      const name = given.find((word) => rewritten.names.includes(word))
      if (name === undefined) return rewritten
      const message = `${name} is given to the code and cannot be declared again.`
      this.fail({ name: 'SyntaxError', message }, 'syntax')
    } catch (error) {
      this.fail(syntaxFault(error), 'syntax')
    }
    return undefined
  }

  /** Computes until nothing is left to do but wait. */
  private work(guest: Guest, step: () => void): void {
    this.clock.resume()
    try {
      step()
      const last = this.start.limits.timeoutMs + cleanUpMs
      while (guest.runtime.hasPendingJob() && this.clock.beat() < last) {
        const done = guest.runtime.executePendingJobs(jobsAtOnce)
        if (done.error) this.exhausted()
        done.dispose()
        this.interrupt()
      }
    } catch (error) {
      // Thrown through WebAssembly, which leaves the machine between two states.
      this.end = { type: 'error', spoilt: true, ...crash(error) }
      this.underWay.clear()
    }
    this.clock.pause()
    this.conclude(guest)
  }

  private conclude(guest: Guest): void {
    if (this.late && this.end?.type !== 'final') this.end = this.timeOut()
    if (!this.end && this.underWay.size > 0) return
    if (this.end?.type === 'value' && this.underWay.size > 0) return
    // Where there was no memory to reject a promise with, it looks as if nothing ever would.
    if (!this.end && guest.isFull()) this.exhausted()
    const end = this.end ?? this.stalled()
    this.end = end
    this.underWay.clear()
    this.post({ type: 'end', end: { ...end, spoilt: end.spoilt || this.hasLeftovers(guest) } })
  }

  /** A run that was stopped may leave work behind, which would be done at the cost of the next one. */
  private hasLeftovers(guest: Guest): boolean {
    return this.late && guest.runtime.hasPendingJob()
  }

  private events(): GuestEvents {
    return {
      interrupt: () => this.interrupt(),
      print: (json) => {
        if (!this.late && this.end?.type !== 'final') this.shared.write(JSON.parse(json))
      },
      call: (name, args) => {
        if (this.late || (this.end && this.end.type !== 'value')) return -1
        const call = ++this.calls
        this.underWay.add(call)
        this.post({ type: 'call', call, name, args })
        return call
      },
      final: (name, args) => {
        this.end ??= { type: 'final', name, args, spoilt: false }
      },
      value: (json) => {
        this.end ??= { type: 'value', spoilt: false, ...(json === '' ? {} : { json }) }
      },
      error: (json) => {
        const { name, message, stack } = JSON.parse(json)
        const memory = name === 'InternalError' && message === 'out of memory'
        if (memory) this.exhausted()
        const fault = { name, message, line: lineIn(stack, `code-${this.runs}.js`) }
        this.fail(fault, name === 'SyntaxError' ? 'syntax' : 'runtime')
      },
    }
  }

  private interrupt(): boolean {
    if (this.clock.beat() > this.start.limits.timeoutMs) this.late = true
    return this.late || this.end?.type === 'final'
  }

  private fail(fault: Fault, reason: 'syntax' | 'runtime'): void {
    this.end ??= { type: 'error', spoilt: false, reason, message: faultText(fault, this.code) }
  }

  private exhausted(): void {
    if (this.late) return
    const message = `The code needs more memory than the ${this.start.limits.memoryMB} MB it may take.`
    this.end ??= { type: 'error', spoilt: true, reason: 'memory', message }
  }

  private timeOut(): RunEnd {
    const message = `The code computed for longer than ${this.start.limits.timeoutMs} ms and was stopped.`
    return { type: 'error', spoilt: this.end?.spoilt === true, reason: 'time', message }
  }

  private stalled(): RunEnd {
    const message = 'The code awaits a promise that nothing can settle any more.'
    return { type: 'error', spoilt: false, reason: 'runtime', message }
  }
}
