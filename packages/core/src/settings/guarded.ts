/** Tells an observer something; what it throws is only warned of, since it must not break what it observes. */
export function guarded(observer: string, tell: () => void): void {
  try {
    tell()
  } catch (error) {
    process.emitWarning(`${observer} threw: ${String(error)}`)
  }
}
