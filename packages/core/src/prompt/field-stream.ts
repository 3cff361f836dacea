/** What one output field gained; `done` is true when its value is complete. */
export interface FieldDelta {
  field: string
  delta: string
  done: boolean
}

/** An incremental parser of one reply. Work is proportional to the text pushed, whatever came before. */
export interface FieldStream {
  push(text: string): FieldDelta[]
  /** The reply is over: what was held back comes out. */
  end(): FieldDelta[]
}
