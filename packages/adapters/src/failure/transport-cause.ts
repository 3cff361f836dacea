/** Why a connection failed. */
export interface TransportCause {
  /** Such as `ECONNREFUSED`; empty when Node gives none. */
  code: string
  message: string
}

const deepest = 6

/** Finds the cause of a failed connection inside an error; undefined when it is another failure. */
export function transportCause(error: unknown): TransportCause | undefined {
  let current = error
  let found: TransportCause | undefined
  for (let depth = 0; depth < deepest && current instanceof Error; depth += 1) {
    const code = 'code' in current && typeof current.code === 'string' ? current.code : ''
    if (isTransportCode(code)) return { code, message: current.message }
    if (isFetchFailure(current)) found ??= { code: '', message: current.message }
    // Both address families were tried; their errors say the same.
    current = current instanceof AggregateError ? current.errors[0] : current.cause
  }
  return found
}

function isTransportCode(code: string): boolean {
  return /^(E[A-Z_]+|UND_ERR_\w+|CERT_\w+|ERR_(TLS|SSL|HTTP2|STREAM)_\w+|HPE_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+)$/.test(
    code,
  )
}

function isFetchFailure(error: Error): boolean {
  if (error.constructor.name.startsWith('APIConnection')) return true
  return error instanceof TypeError && /^(fetch failed|terminated)$/.test(error.message)
}
