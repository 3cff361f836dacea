import { AbortError } from '../errors/abort-error.ts'

/** A signal of one run, which fires with others and by itself. */
export class AbortLink {
  private readonly controller = new AbortController()
  private readonly others: readonly AbortSignal[]
  private aborted: ((error: AbortError) => void) | undefined

  constructor(first: AbortSignal | undefined, second: AbortSignal | undefined) {
    const others = [first, second === first ? undefined : second]
    this.others = others.filter((signal) => signal !== undefined)
    for (const signal of this.others) {
      if (signal.aborted) this.abort(signal.reason)
      else signal.addEventListener('abort', this)
    }
  }

  get signal(): AbortSignal {
    return this.controller.signal
  }

  /** Tells as soon as the signal fires, and at once if it has. */
  onAbort(aborted: (error: AbortError) => void): void {
    this.aborted = aborted
    if (this.signal.aborted) aborted(new AbortError(this.signal.reason))
  }

  abort(reason: unknown): void {
    this.controller.abort(reason)
    this.aborted?.(new AbortError(reason))
  }

  /** Lets the other signals go; `AbortSignal.any` would leave that to the garbage collector. */
  release(): void {
    this.aborted = undefined
    for (const signal of this.others) signal.removeEventListener('abort', this)
  }

  /** One of the other signals fired. */
  handleEvent({ target }: Event): void {
    this.abort(target instanceof AbortSignal ? target.reason : undefined)
  }
}
