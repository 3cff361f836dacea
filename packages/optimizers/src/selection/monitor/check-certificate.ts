import { StateError } from '@ockham/core'
import { fieldsOf } from './fields-of.ts'
import { isFraction } from './is-fraction.ts'

const isoDate = /^\d{4}-\d{2}-\d{2}$/

/** Throws `StateError` unless a certificate, maybe read from a file, has what a monitor needs. */
export function checkCertificate(certificate: unknown): void {
  const { text, requirement, latency, snapshots, expiresAt } = fieldsOf(certificate)
  const wrong = [
    ...(typeof text === 'string' ? [] : ['`text` is no text']),
    ...(isRequirement(requirement)
      ? []
      : ['`requirement` has no floor, nor reference and tolerance']),
    ...(latency === undefined || isLatency(latency)
      ? []
      : ['`latency` has no milliseconds and share']),
    ...(isSnapshots(snapshots) ? [] : ['`snapshots` holds no lists of models']),
    ...(typeof expiresAt === 'string' && isoDate.test(expiresAt) ? [] : ['`expiresAt` is no date']),
  ]
  if (wrong.length === 0) return
  throw new StateError('This is no certificate; pass `report.certificate` as it was made.', wrong)
}

function isRequirement(value: unknown): boolean {
  const { floor, reference, tolerance } = fieldsOf(value)
  return isFraction(floor) || (typeof reference === 'string' && isFraction(tolerance))
}

function isLatency(value: unknown): boolean {
  const { milliseconds, share } = fieldsOf(value)
  return typeof milliseconds === 'number' && milliseconds > 0 && isFraction(share)
}

function isSnapshots(value: unknown): boolean {
  const isNames = (names: unknown): boolean =>
    Array.isArray(names) && names.every((name) => typeof name === 'string')
  return typeof value === 'object' && value !== null && Object.values(value).every(isNames)
}
