import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** What a certificate says. */
export interface CertificateOptions {
  /** Default `127.0.0.1`. */
  host?: string
  /** How long it is still valid; less than 0 for one that has expired. Default 2. */
  days?: number
}

const dayMs = 24 * 60 * 60 * 1000

/** A certificate that signs itself; made here, so that no key lies in the repository. */
export function certificate(options: CertificateOptions = {}): { key: string; cert: string } {
  const { host = '127.0.0.1', days = 2 } = options
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = sequence(oid(42, 134, 72, 206, 61, 4, 3, 2))
  const name = sequence(set(sequence(oid(85, 4, 3), der(12, Buffer.from(host)))))
  const isAddress = /^[\d.]+$/.test(host)
  const alternative = isAddress
    ? der(0x87, Buffer.from(host.split('.').map(Number)))
    : der(0x82, Buffer.from(host))
  const extension = sequence(oid(85, 29, 17), der(4, sequence(alternative)))
  const body = sequence(
    der(0xa0, integer(Buffer.of(2))),
    integer(Buffer.concat([Buffer.of(1), randomBytes(8)])),
    algorithm,
    name,
    sequence(time(Date.now() - 10 * dayMs), time(Date.now() + days * dayMs)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(extension)),
  )
  const signature = der(3, Buffer.concat([Buffer.of(0), sign('sha256', body, privateKey)]))
  const text = sequence(body, algorithm, signature).toString('base64')
  return {
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    cert: `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`,
  }
}

/** A value with its tag and its length. */
function der(tag: number, value: Uint8Array): Buffer {
  const { length } = value
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.of(tag, ...size), value])
}

const sequence = (...parts: Uint8Array[]): Buffer => der(0x30, Buffer.concat(parts))
const set = (part: Uint8Array): Buffer => der(0x31, part)
const integer = (value: Uint8Array): Buffer => der(2, value)
const oid = (...bytes: number[]): Buffer => der(6, Buffer.from(bytes))

function time(ms: number): Buffer {
  const digits = new Date(ms).toISOString().replaceAll(/\D/g, '')
  return der(23, Buffer.from(`${digits.slice(2, 14)}Z`))
}
