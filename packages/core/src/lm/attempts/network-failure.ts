const transientCodes: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** A host that does not exist and a certificate that is not valid stay so on the next attempt. */
const permanentCode = /^(ENOTFOUND$|ERR_TLS_|UNABLE_TO_|CERT_)|SELF_SIGNED/

const deepestCause = 5

/** Whether the system error behind `error`, found by its code, can pass by itself. */
export function networkFailure(error: unknown): 'transient' | 'permanent' | undefined {
  let current = error
  for (let depth = 0; depth < deepestCause; depth += 1) {
    if (typeof current !== 'object' || current === null) return undefined
    const code: unknown = Reflect.get(current, 'code')
    if (typeof code === 'string') {
      if (transientCodes.has(code)) return 'transient'
      if (permanentCode.test(code)) return 'permanent'
    }
    current = Reflect.get(current, 'cause')
  }
  return undefined
}
