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
    const { message } = current
    if (transportCodes.test(code)) return { code, message }
    // The innermost error is the one that says what happened.
    if (found !== undefined || isFetchFailure(current)) found = { code: '', message }
    // Both address families were tried; their errors say the same.
    current = current instanceof AggregateError ? current.errors[0] : current.cause
  }
  return found
}

const transportCodes =
  /^(ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_\w+|EHOST\w+|ENET\w+|EPROTO|UND_ERR_\w+|HPE_\w+|CERT_\w+|ERR_(TLS|SSL)_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+)$/

function isFetchFailure(error: Error): boolean {
  if (error.constructor.name.startsWith('APIConnection')) return true
  return error instanceof TypeError && /^(fetch failed|terminated)$/.test(error.message)
}
