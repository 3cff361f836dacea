/** The promise, or a rejection with what `onAbort` makes as soon as the signal fires. */
export function untilAborted<Value>(
  promise: Promise<Value>,
  signal: AbortSignal,
  onAbort: () => Error,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(onAbort())
    signal.addEventListener('abort', abort)
    const settled = (): void => signal.removeEventListener('abort', abort)
    promise.finally(settled).then(resolve, reject)
    if (signal.aborted) abort()
  })
}
