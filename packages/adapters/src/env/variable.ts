/** What a variable of the environment may hold, and what that means. */
export interface VariableKind<T> {
  /** What is allowed, in words that follow "must be". */
  readonly allowed: string
  /** True when a value may hold a password, and so is never shown. */
  readonly secret?: boolean
  /** Undefined for a value that is not allowed. */
  parse(text: string): T | undefined
}

/** A variable of the environment that is read. */
export interface Variable<T = unknown> {
  readonly name: string
  readonly kind: VariableKind<T>
  /** What holds when it is not set. */
  readonly default: string
  readonly meaning: string
}
