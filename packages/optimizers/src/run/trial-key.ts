import type { Trial } from './evaluate-example.ts'
import { fingerprint } from './fingerprint.ts'

/** The same for trials that give the same. */
export function trialKey<Gold extends object, Outputs extends object>({
  candidate,
  gold,
  rollout = 0,
  bootstraps,
}: Trial<Gold, Outputs>): string {
  return fingerprint(candidate.key, gold, rollout, bootstraps)
}
