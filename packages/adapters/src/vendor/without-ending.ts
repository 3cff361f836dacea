/** A base URL without slashes at its end, and without the first of the endings that it has. */
export function withoutEnding(baseURL: string, endings: readonly string[]): string {
  const base = baseURL.replace(/\/+$/, '')
  const ending = endings.find((one) => base.endsWith(one))
  return ending === undefined ? base : base.slice(0, -ending.length)
}
