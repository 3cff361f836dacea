import { modelKey } from '../name/model-key.ts'
import type { ModelSpeed } from './model-speed.ts'
import { speeds } from './speeds.ts'

// Half of what is known is forgotten after three calls: models are fast at night and slow at noon.
const weight = 0.2
const mostModels = 1000

/**
 * Adds one measured call to what is known of a model's speed, an average in which later calls weigh
 * more. A time that cannot be is left out, as is the rate of a reply too short to have one (0).
 */
export function recordSpeed(
  name: string,
  { firstTokenMs, tokensPerSecond }: Omit<ModelSpeed, 'measured'>,
): void {
  const place = modelKey(name)?.name ?? name
  const before = speeds.get(place)
  const firstToken = average(before?.firstTokenMs, firstTokenMs, firstTokenMs >= 0)
  const rate = average(before?.tokensPerSecond, tokensPerSecond, tokensPerSecond > 0)
  if (firstToken === undefined || rate === undefined) return
  speeds.delete(place)
  speeds.set(place, { firstTokenMs: firstToken, tokensPerSecond: rate, measured: true })
  const [oldest] = speeds.keys()
  if (speeds.size > mostModels && oldest !== undefined) speeds.delete(oldest)
}

function average(before: number | undefined, now: number, isValid: boolean): number | undefined {
  if (!isValid || !Number.isFinite(now)) return before
  return before === undefined ? now : before + weight * (now - before)
}
