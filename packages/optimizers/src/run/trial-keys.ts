import { isDeepStrictEqual } from 'node:util'
import type { Trial } from './evaluate-example.ts'
import { fingerprint } from './fingerprint.ts'

/** Names of trials, the same for those that give the same; a run has its own, and one that resumes it the same. */
export class TrialKeys<Gold extends object, Outputs extends object> {
  private readonly names = new Map<Gold, string>()
  private readonly alike = new Map<string, Gold[]>()

  of({ candidate, gold, rollout = 0, bootstraps }: Trial<Gold, Outputs>): string {
    return fingerprint(candidate.key, this.nameOf(gold), rollout, bootstraps)
  }

  /** By what an example is; those that look alike as JSON and differ, such as by functions, are counted. */
  private nameOf(gold: Gold): string {
    const known = this.names.get(gold)
    if (known !== undefined) return known
    const look = fingerprint(gold)
    const alike = this.alike.get(look) ?? []
    const place = alike.findIndex((other) => isDeepStrictEqual(other, gold))
    if (place < 0) this.alike.set(look, [...alike, gold])
    const name = `${look} ${place < 0 ? alike.length : place}`
    this.names.set(gold, name)
    return name
  }
}
