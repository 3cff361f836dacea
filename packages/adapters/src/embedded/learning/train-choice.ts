import type { ChoiceModel, Lesson } from './choice-model.ts'

// How many lessons of each label one is taken to have seen before; how far frequency is let to decide.
const pseudoCount = 5
const frequencyTrust = 0.5

/** Learns each label as the mean of its lessons, features that are rare among all lessons counting more (Rocchio). */
export function trainChoice(lessons: readonly Lesson[], labels: number): ChoiceModel {
  const rarity = rarityOf(lessons)
  return {
    rarity,
    unseen: rarityOfCount(0, lessons.length),
    means: meansOf(lessons, labels, rarity),
    frequency: frequencyOf(lessons, labels),
  }
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

function meansOf(
  lessons: readonly Lesson[],
  labels: number,
  rarity: ReadonlyMap<string, number>,
): Map<string, number[]> {
  const means = new Map<string, number[]>()
  for (const { features, label } of lessons) {
    let square = 0
    for (const [feature, weight] of features) square += (weight * (rarity.get(feature) ?? 1)) ** 2
    const length = Math.sqrt(square) || 1
    for (const [feature, weight] of features) {
      const row = means.get(feature) ?? Array.from({ length: labels }, () => 0)
      row[label] = (row[label] ?? 0) + (weight * (rarity.get(feature) ?? 1)) / length
      means.set(feature, row)
    }
  }
  const squares = Array.from({ length: labels }, () => 0)
  for (const row of means.values()) {
    for (const [label, one] of row.entries()) squares[label] = (squares[label] ?? 0) + one * one
  }
  for (const [feature, row] of means) {
    means.set(
      feature,
      row.map((one, label) => one / (Math.sqrt(squares[label] ?? 0) || 1)),
    )
  }
  return means
}

function frequencyOf(lessons: readonly Lesson[], labels: number): number[] {
  const counts = Array.from({ length: labels }, () => pseudoCount)
  for (const { label } of lessons) counts[label] = (counts[label] ?? 0) + 1
  const total = lessons.length / labels + pseudoCount
  return counts.map((count) => frequencyTrust * Math.log(count / total))
}
