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
  /** By label, the length of the sum of its lessons, each of length one. */
  lengths: readonly number[]
  /** Log-odds for a cosine of 1 with the mean of a label's lessons. */
  trust: number
  /** Log-odds by label, for how often it is right. */
  balance: readonly number[]
}

/**
 * Log-odds by label that the lessons add for a text with these features; all 0 without lessons. With `own`, the
 * text is a lesson of that label and is judged as if it had not been seen.
 */
export function choiceScores(model: ChoiceModel, features: TextFeatures, own?: number): number[] {
  const alike = model.balance.map(() => 0)
  let square = 0
  for (const [feature, weight] of features) {
    const row = model.means.get(feature)
    const told = weight * (row === undefined ? model.unseen : (model.rarity.get(feature) ?? 1))
    square += told * told
    if (row === undefined) continue
    for (let label = 0; label < row.length; label += 1) {
      alike[label] = (alike[label] ?? 0) + told * (row[label] ?? 0)
    }
  }
  const length = Math.sqrt(square) || 1
  return alike.map((one, label) => {
    const cosine = one / length
    const fair = label === own ? withoutOwn(cosine, model.lengths[label] ?? 0) : cosine
    return model.trust * fair + (model.balance[label] ?? 0)
  })
}

// The cosine of a lesson with its label's sum of lessons less itself.
function withoutOwn(cosine: number, length: number): number {
  const rest = length * length - 2 * cosine * length + 1
  return rest < 1e-9 ? 0 : (cosine * length - 1) / Math.sqrt(rest)
}
