/** A signal of one run, which fires with others and by itself. */
export interface AbortLink {
  readonly signal: AbortSignal
  abort(reason: unknown): void
  /** Lets the others go; `AbortSignal.any` would leave that to the garbage collector. */
  release(): void
}

/** Links a new signal to others. */
export function abortLink(others: readonly (AbortSignal | undefined)[]): AbortLink {
  const controller = new AbortController()
  const linked = [...new Set(others)].filter((signal) => signal !== undefined)
  const fire = ({ target }: Event): void => controller.abort(reasonOf(target))
  for (const signal of linked) {
    if (signal.aborted) controller.abort(signal.reason)
    else signal.addEventListener('abort', fire)
  }
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    release: () => {
      for (const signal of linked) signal.removeEventListener('abort', fire)
    },
  }
}

function reasonOf(target: EventTarget | null): unknown {
  return target instanceof AbortSignal ? target.reason : undefined
}
