import { OckhamError } from '../../errors/ockham-error.ts'

/** The result of `work`; throws what it throws, or `OckhamError` when it takes longer than `limitMs`. */
export async function withinLimit<T>(limitMs: number, work: () => T | Promise<T>): Promise<T> {
  const result = work()
  // What is there at once needs no timer.
  if (!isThenable(result)) return result
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new OckhamError(`The cache store did not answer within ${limitMs} ms.`))
    }, limitMs)
  })
  try {
    return await Promise.race([result, limit])
  } finally {
    clearTimeout(timer)
  }
}

/** Clients of stores have promises of their own too. */
function isThenable<T>(value: T | PromiseLike<T>): value is PromiseLike<T> {
  return typeof value === 'object' && value !== null && 'then' in value
}
