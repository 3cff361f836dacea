import { OptionError } from '@ockham/core'

/** Limits on how long a vendor may stay silent, in milliseconds; `Infinity` turns one off. */
export interface Timeouts {
  /** Until the first content of a streamed reply; pings and role announcements do not count. */
  firstTokenMs: number
  /** Between two pieces of content of a streamed reply. */
  idleMs: number
  /** All the time spent waiting for the vendor in one call. */
  totalMs: number
}

const defaults: Timeouts = { firstTokenMs: 30_000, idleMs: 30_000, totalMs: 600_000 }

// A local model may have to be loaded, and reads a long prompt for minutes.
const localDefaults: Timeouts = {
  firstTokenMs: Number.POSITIVE_INFINITY,
  idleMs: 120_000,
  totalMs: 600_000,
}

/** Fills in the defaults; throws `OptionError` for a limit that is not a positive number. */
export function resolveTimeouts(timeouts: Partial<Timeouts>, local: boolean): Timeouts {
  const base = local ? localDefaults : defaults
  return {
    firstTokenMs: limit('firstTokenMs', timeouts.firstTokenMs ?? base.firstTokenMs),
    idleMs: limit('idleMs', timeouts.idleMs ?? base.idleMs),
    totalMs: limit('totalMs', timeouts.totalMs ?? base.totalMs),
  }
}

function limit(name: keyof Timeouts, value: number): number {
  if (value > 0) return value
  throw new OptionError(
    `timeouts.${name}`,
    `must be a positive number of milliseconds, or Infinity for no limit; it is ${value}.`,
  )
}
