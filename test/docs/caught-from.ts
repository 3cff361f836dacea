/** The error that some work throws; throws when it does not. */
export function caughtFrom(work: () => unknown): Error {
  try {
    work()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('expected an Error to be thrown')
}
