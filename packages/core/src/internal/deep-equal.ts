/** Whether two values are deeply equal. Node's own test, loaded on first use: at import it costs 10 ms. */
export function deepEqual(left: unknown, right: unknown): boolean {
  return process.getBuiltinModule('node:util').isDeepStrictEqual(left, right)
}
