import { OckhamError } from '@ockham/core'

/** What a promise gives; throws `OckhamError` when it takes longer than `limitMs`. */
export async function withinTime<T>(limitMs: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new OckhamError(`No answer within ${limitMs} ms.`)), limitMs)
  })
  try {
    return await Promise.race([promise, limit])
  } finally {
    clearTimeout(timer)
  }
}
