import { type LMErrorOptions, LMTransportError } from '@ockham/core'
import type { FailureContext } from './failure-context.ts'
import type { TransportCause } from './transport-cause.ts'

/** Words a failed connection: what happened, to which host, and what to look at. */
export function transportError(
  { code, message }: TransportCause,
  context: FailureContext,
  options: LMErrorOptions,
): LMTransportError {
  const { model, host } = context
  const what = code === '' ? message : `${message} (${code})`
  return new LMTransportError(
    `${model}: the connection to ${host} failed: ${what}. ${advice(code, context)}`,
    {
      ...options,
      providerCode: code || undefined,
    },
  )
}

function advice(code: string, { baseURLNames }: FailureContext): string {
  const where = ['`baseURL`', ...baseURLNames].join(' or ')
  if (code === 'ECONNREFUSED') return `Check that the server runs and that ${where} is right.`
  if (code === 'ENOTFOUND') return `The host name does not exist: check ${where}.`
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_/.test(code)) {
    return 'The certificate is not trusted: fix it on the server, or set NODE_EXTRA_CA_CERTS.'
  }
  return 'Trying again may help.'
}
