import type { Lesson } from './choice-model.ts'
import { fitPulls } from './fit-pulls.ts'

const folds = 4
// Agreement that may be luck, and agreement that leaves no doubt.
const leastAgreement = 0.1
const fullAgreement = 0.4
const halfWay = 3

/**
 * How far the lessons bear out a tier's reading of the task, in [0, 1): its agreement with the labels of held-out
 * lessons beyond what chance gives (Cohen's kappa), counting for more the more lessons there are.
 */
export function grasp(
  lessons: readonly Lesson[],
  labels: number,
  alike: readonly (readonly number[])[],
  trust: number,
): number {
  if (lessons.length === 0) return 0
  const given = Array.from({ length: labels }, () => 0)
  const right = Array.from({ length: labels }, () => 0)
  let hits = 0
  for (const [at, guess] of heldOutGuesses(lessons, labels, alike, trust)) {
    const label = lessons[at]?.label ?? -1
    given[guess] = (given[guess] ?? 0) + 1
    right[label] = (right[label] ?? 0) + 1
    if (guess === label) hits += 1
  }
  const count = lessons.length
  const byChance =
    given.reduce((sum, one, label) => sum + one * (right[label] ?? 0), 0) / count ** 2
  const agreement = byChance === 1 ? 1 : (hits / count - byChance) / (1 - byChance)
  const share = (agreement - leastAgreement) / (fullAgreement - leastAgreement)
  const borneOut = Math.max(0, Math.min(1, share))
  return (borneOut * count) / (count + halfWay)
}

function heldOutGuesses(
  lessons: readonly Lesson[],
  labels: number,
  alike: readonly (readonly number[])[],
  trust: number,
): Map<number, number> {
  const guesses = new Map<number, number>()
  for (let fold = 0; fold < folds; fold += 1) {
    const isHeld = (at: number): boolean => at % folds === fold
    const pulls = fitPulls(lessons, labels, alike, trust, isHeld)
    for (const [at, lesson] of lessons.entries()) {
      if (!isHeld(at)) continue
      const scores = [...lesson.prior]
      for (const [other, pull] of pulls.entries()) {
        const strength = alike[at]?.[other] ?? 0
        for (const [label, one] of pull.entries()) {
          scores[label] = (scores[label] ?? 0) + strength * one
        }
      }
      guesses.set(at, scores.indexOf(Math.max(...scores)))
    }
  }
  return guesses
}
