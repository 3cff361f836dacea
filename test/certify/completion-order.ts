/** How examples are run. */
export interface CompletionOptions {
  /** How many run at a time. */
  readonly inFlight: number
  /** How long one takes. */
  duration(example: number): number
}

/** The order in which examples are done that are begun in a given order, so many at a time. */
export function completionOrder(
  order: Uint32Array,
  { inFlight, duration }: CompletionOptions,
): Uint32Array {
  const running: { example: number; end: number }[] = []
  const done = new Uint32Array(order.length)
  let now = 0
  let begun = 0
  for (let count = 0; count < order.length; count += 1) {
    while (running.length < inFlight && begun < order.length) {
      const example = order[begun] ?? 0
      running.push({ example, end: now + duration(example) })
      begun += 1
    }
    const first = running.reduce(
      (best, run, at) => (run.end < (running[best]?.end ?? 0) ? at : best),
      0,
    )
    for (const { example, end } of running.splice(first, 1)) {
      now = end
      done[count] = example
    }
  }
  return done
}
