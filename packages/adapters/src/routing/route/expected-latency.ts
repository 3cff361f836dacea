import { modelKey } from '../../catalog/name/model-key.ts'
import { speedOf } from '../../catalog/speed/speed-of.ts'
import type { Route } from './route.ts'

/** About how long a reply of so many tokens takes, in milliseconds; null when nothing tells. */
export function expectedLatency(
  { model, deployment: { vitals } }: Route,
  tokens: number,
): number | null {
  const known = speedOf(model)
  const provider = modelKey(model)?.provider
  // The name of a model at a provider that nobody knows tells nothing.
  const isTelling = known.measured || provider?.prices !== undefined || provider?.local === true
  const guess = isTelling ? known : undefined
  const firstTokenMs = vitals.firstTokenMs ?? guess?.firstTokenMs
  const tokensPerSecond = vitals.tokensPerSecond ?? guess?.tokensPerSecond
  if (firstTokenMs === undefined && tokensPerSecond === undefined) return null
  const replyMs = tokensPerSecond === undefined ? 0 : (tokens * 1000) / tokensPerSecond
  return (firstTokenMs ?? 0) + replyMs
}
