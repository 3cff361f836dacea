import { balanceLabels } from './balance-labels.ts'
import { type ChoiceModel, choiceScores, type Lesson } from './choice-model.ts'
import type { TextFeatures } from './text-features.ts'
import { weighLessons } from './weigh-lessons.ts'

const fullTrust = 14
const lessonsForHalf = 16

/**
 * Learns each label as the mean of its lessons, features that are rare among all lessons counting more (Rocchio).
 * The more lessons there are and the better they foretell each other's labels, the more they count against prior
 * knowledge: `priors`, its log-odds by lesson and label. `leeway` is the variance of how often a label is right.
 */
export function trainChoice(
  lessons: readonly Lesson[],
  labels: number,
  priors: readonly (readonly number[])[],
  leeway: number,
): ChoiceModel {
  const none = Array.from({ length: labels }, () => 0)
  const rarity = rarityOf(lessons)
  const unseen = rarityOfCount(0, lessons.length)
  const trust = (fullTrust * lessons.length) / (lessons.length + lessonsForHalf)
  const sums = sumsOf(lessons, labels, rarity)
  const model: ChoiceModel = { rarity, unseen, trust, balance: none, ...meansOf(sums, labels) }
  const right = lessons.map(({ label }) => label)
  const taught = lessons.map(({ features, label }) => choiceScores(model, features, label))
  const share = weighLessons(taught, priors, right)
  const scores = taught.map((row, at) =>
    row.map((one, label) => share * one + (priors[at]?.[label] ?? 0)),
  )
  return { ...model, trust: share * trust, balance: balanceLabels(scores, right, labels, leeway) }
}

function rarityOfCount(count: number, lessons: number): number {
  return 1 + Math.log((1 + lessons) / (1 + count))
}

function rarityOf(lessons: readonly Lesson[]): Map<string, number> {
  const seen = new Map<string, number>()
  for (const { features } of lessons) {
    for (const feature of features.keys()) seen.set(feature, (seen.get(feature) ?? 0) + 1)
  }
  for (const [feature, count] of seen) seen.set(feature, rarityOfCount(count, lessons.length))
  return seen
}

function sumsOf(
  lessons: readonly Lesson[],
  labels: number,
  rarity: ReadonlyMap<string, number>,
): Map<string, number[]> {
  const sums = new Map<string, number[]>()
  for (const { features, label } of lessons) {
    const length = lengthOf(features, rarity)
    for (const [feature, weight] of features) {
      const row = sums.get(feature) ?? Array.from({ length: labels }, () => 0)
      row[label] = (row[label] ?? 0) + (weight * (rarity.get(feature) ?? 1)) / length
      sums.set(feature, row)
    }
  }
  return sums
}

function lengthOf(features: TextFeatures, rarity: ReadonlyMap<string, number>): number {
  let square = 0
  for (const [feature, weight] of features) square += (weight * (rarity.get(feature) ?? 1)) ** 2
  return Math.sqrt(square) || 1
}

function meansOf(
  sums: ReadonlyMap<string, readonly number[]>,
  labels: number,
): Pick<ChoiceModel, 'means' | 'lengths'> {
  const lengths = Array.from({ length: labels }, () => 0)
  for (const row of sums.values()) {
    for (const [label, one] of row.entries()) lengths[label] = (lengths[label] ?? 0) + one * one
  }
  for (const [label, square] of lengths.entries()) lengths[label] = Math.sqrt(square)
  const means = new Map<string, readonly number[]>()
  for (const [feature, row] of sums) {
    means.set(
      feature,
      row.map((one, label) => one / (lengths[label] || 1)),
    )
  }
  return { means, lengths }
}
