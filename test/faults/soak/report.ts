/** What a soak has found, as its process prints it. */
export interface SoakReport {
  /** How many calls ended how: `right`, another text, or the code of an error. */
  readonly outcomes: Readonly<Record<string, number>>
  /** Bytes in use after a collection, at even intervals. */
  readonly heap: readonly number[]
  readonly tookMs: number
}
