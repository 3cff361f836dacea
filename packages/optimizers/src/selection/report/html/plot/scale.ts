/** A mark at an axis. */
export interface Tick {
  /** In pixels. */
  readonly at: number
  readonly label: string
}

/** Where values of an axis are drawn. */
export interface Scale<Value = number> {
  /** In pixels; what lies outside is drawn at the edge. */
  at(value: Value): number
  readonly ticks: readonly Tick[]
}

/** Pixels from the lower to the upper end of an axis. */
export type Pixels = readonly [from: number, to: number]
