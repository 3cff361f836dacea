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
  const said = message === '' ? 'the answer was none that `fetch` shows' : message
  const what = code === '' ? said : `${said} (${code})`
  return new LMTransportError(
    `${model}: the connection to ${host} failed: ${what}. ${advice(code, message, context)}`,
    {
      ...options,
      providerCode: code || undefined,
    },
  )
}

function advice(code: string, message: string, { baseURLNames }: FailureContext): string {
  const where = ['`baseURL`', ...baseURLNames].join(' or ')
  if (code === 'ECONNREFUSED') return `Check that the server runs and that ${where} is right.`
  if (code === 'ENOTFOUND') return `The host name does not exist: check ${where}.`
  if (code === 'EAI_AGAIN') return 'The name server did not answer; trying again may help.'
  // All that `fetch` leaves of a 407.
  if (message === '' || /proxy/i.test(message)) return proxyAdvice
  if (message === 'bad port') return `\`fetch\` refuses this port: check ${where}.`
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH/.test(code)) {
    return `The server does not speak TLS there: check ${where}, http:// may be meant.`
  }
  const problem = certificateProblems.find(([codes]) => codes.test(code))?.[1]
  return problem ?? 'Trying again may help.'
}

const proxyAdvice =
  'If there is a proxy on the way, check that it is reached and has its login: HTTPS_PROXY, HTTP_PROXY.'

const trust = 'have it renewed or fixed on the server; the connection is not made without.'
const certificateProblems: readonly (readonly [RegExp, string])[] = [
  [/^CERT_HAS_EXPIRED$/, `The certificate has expired: ${trust}`],
  [/^CERT_NOT_YET_VALID$/, 'The certificate is not valid yet: check the clock of this machine.'],
  [/ALTNAME_INVALID/, `The certificate is for another host: ${trust}`],
  [
    /SELF_SIGNED|UNABLE_TO_|UNTRUSTED/,
    'The certificate is self-signed or of an authority unknown here: if it is to be trusted, name its file in NODE_EXTRA_CA_CERTS.',
  ],
  [/CERT|TLS|SSL/, `The certificate is not trusted: ${trust}`],
]
