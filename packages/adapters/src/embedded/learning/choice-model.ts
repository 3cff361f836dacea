import type { TextFeatures } from './text-features.ts'

/** A text whose right label is known; `features` as the tier sees them. */
export interface Lesson {
  text: string
  features: TextFeatures
  label: number
}

/** What the lessons taught of each label. */
export interface ChoiceModel {
  /** How telling a feature is: the rarer among the lessons, the more. */
  rarity: ReadonlyMap<string, number>
  /** The rarity of a feature in no lesson. */
  unseen: number
  /** By feature, its weight in the mean of each label's lessons; each mean is of length one. */
  means: ReadonlyMap<string, readonly number[]>
  /** Log-odds by label for how often it is right. */
  frequency: readonly number[]
}

/** Log-odds for a cosine of 1 with the mean of a label's lessons. */
export const trust = 20

/** Log-odds by label that the lessons add for a text with these features; all 0 without lessons. */
export function choiceScores(model: ChoiceModel, features: TextFeatures): number[] {
  const alike = model.frequency.map(() => 0)
  let square = 0
  for (const [feature, weight] of features) {
    const told = weight * (model.rarity.get(feature) ?? model.unseen)
    square += told * told
    for (const [label, one] of model.means.get(feature)?.entries() ?? []) {
      alike[label] = (alike[label] ?? 0) + told * one
    }
  }
  const length = Math.sqrt(square) || 1
  return alike.map((one, label) => (trust * one) / length + (model.frequency[label] ?? 0))
}
