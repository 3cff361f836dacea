import { StateError } from '@ockham/core'
import type { Certificate } from '../certificate/certificate.ts'
import { fieldsOf } from './fields-of.ts'
import { isFraction } from './is-fraction.ts'
import type { MonitorReason } from './monitor-reason.ts'

/** What a monitor knows, as JSON. */
export interface MonitorState {
  readonly version: 1
  /** The text of the certificate. */
  readonly certificate: string
  readonly averageRunLength: number
  readonly observed: number
  readonly meanScore: number
  /** Of the detectors of quality and speed. */
  readonly quality: readonly number[]
  readonly speed?: readonly number[]
  readonly reasons: readonly MonitorReason[]
}

/** Throws `StateError` for what is no state of a monitor of this certificate. */
export function checkMonitorState(
  state: unknown,
  { text, latency }: Certificate,
  averageRunLength: number,
): void {
  const known = fieldsOf(state)
  const { observed, meanScore, quality, speed, reasons } = known
  const wrong = [
    ...(known['version'] === 1 ? [] : ['`version` is not 1']),
    ...(known['certificate'] === text ? [] : ['it is of another certificate']),
    ...(known['averageRunLength'] === averageRunLength
      ? []
      : [`\`averageRunLength\` is not ${averageRunLength}`]),
    ...(Number.isSafeInteger(observed) ? [] : ['`observed` is no whole number']),
    ...(isFraction(meanScore) ? [] : ['`meanScore` is not in [0, 1]']),
    ...(Array.isArray(quality) ? [] : ['`quality` is no list']),
    ...(Array.isArray(speed) === (latency !== undefined)
      ? []
      : ['`speed` does not fit the latency']),
    ...(Array.isArray(reasons) && reasons.every(isReason) ? [] : ['`reasons` holds no reasons']),
  ]
  if (wrong.length === 0) return
  throw new StateError(
    'This state does not fit the monitor; pass what `state` gave, or none to begin anew.',
    wrong,
  )
}

function isReason(value: unknown): boolean {
  const { kind, text } = fieldsOf(value)
  const kinds: readonly unknown[] = ['score', 'latency', 'snapshot', 'expired']
  return kinds.includes(kind) && typeof text === 'string'
}
