/** The result of `work`, or undefined when it throws or takes longer than `limitMs`. */
export async function withinLimit<T>(
  limitMs: number,
  work: () => T | Promise<T>,
): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limitMs)
  })
  try {
    return await Promise.race([work(), limit])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
