/** What is told of an error as plain data. */
export interface ErrorFacts {
  /** The name of its class. */
  readonly name: string
  /** The `code` of an error of ours. */
  readonly code?: string
  readonly message: string
}

/** The facts of anything thrown; its cause, which can hold a vendor's whole answer, stays out. */
export function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) }
  const { name, message } = error
  return 'code' in error && typeof error.code === 'string'
    ? { name, code: error.code, message }
    : { name, message }
}
