import type { ChoiceModel, Lesson } from './choice-model.ts'
import { fitPulls } from './fit-pulls.ts'
import { grasp } from './grasp.ts'
import { similarity } from './similarity.ts'

const trust = 4
const biasSimilarity = 0.1

/**
 * Learns where prior knowledge is wrong: each lesson pulls texts like it towards its label by as much as all
 * else misses it (a kernel logistic regression on top of the prior).
 */
export function trainChoice(lessons: readonly Lesson[], labels: number): ChoiceModel {
  const rarity = rarityOf(lessons)
  const alike = lessons.map((one) =>
    lessons.map((other) => similarity(one.features, other.features, rarity) + biasSimilarity),
  )
  const pulls = fitPulls(lessons, labels, alike, trust)
  return {
    lessons,
    weights: weightsOf(lessons, labels, rarity, pulls),
    doubt: 1 - grasp(lessons, labels, alike, trust),
  }
}

function weightsOf(
  lessons: readonly Lesson[],
  labels: number,
  rarity: ReadonlyMap<string, number>,
  pulls: readonly (readonly number[])[],
): Map<string, number[]> {
  const weights = new Map<string, number[]>()
  const add = (feature: string, pull: readonly number[], strength: number): void => {
    const row = weights.get(feature) ?? Array.from({ length: labels }, () => 0)
    for (const [label, one] of pull.entries()) row[label] = (row[label] ?? 0) + strength * one
    weights.set(feature, row)
  }
  for (const [at, pull] of pulls.entries()) {
    add('', pull, biasSimilarity)
    for (const [feature, weight] of lessons[at]?.features ?? []) {
      add(feature, pull, weight * (rarity.get(feature) ?? 1))
    }
  }
  return weights
}

function rarityOf(lessons: readonly Lesson[]): Map<string, number> {
  const seen = new Map<string, number>()
  for (const lesson of lessons) {
    for (const feature of lesson.features.keys()) seen.set(feature, (seen.get(feature) ?? 0) + 1)
  }
  for (const [feature, count] of seen) {
    seen.set(feature, Math.log(1 + lessons.length / count) / Math.log(1 + lessons.length))
  }
  return seen
}
