import { roundStep } from './round-step.ts'
import type { Pixels, Scale } from './scale.ts'

const mostTicks = 7
// What rounding may add to a quotient.
const tolerance = 1e-9

/** An even scale from a round number at or below the low end to one at or above the high end. */
export function linearScale(low: number, high: number, [from, to]: Pixels): Scale {
  const step = roundStep(high > low ? high - low : Math.abs(low) || 1, mostTicks)
  const first = Math.floor(low / step + tolerance)
  const last = Math.max(first + 1, Math.ceil(high / step - tolerance))
  const at = (value: number): number => {
    const part = (value / step - first) / (last - first)
    return from + (to - from) * Math.min(1, Math.max(0, part))
  }
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + tolerance))
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => {
    // Without the last: 3 * 0.1 is a little more than 0.3.
    const value = Number(((first + index) * step).toFixed(decimals))
    return { at: at(value), label: (value === 0 ? 0 : value).toLocaleString('en', digits) }
  })
  return { at, ticks }
}
