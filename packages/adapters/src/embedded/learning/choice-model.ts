import type { TextFeatures } from './text-features.ts'

/** A text whose right label is known; `features` and `prior` are as the tier sees them. */
export interface Lesson {
  text: string
  features: TextFeatures
  prior: readonly number[]
  label: number
}

/** What the demonstrations taught, on top of prior knowledge. */
export interface ChoiceModel {
  /** Log-odds by label that a feature adds; the empty feature is in every text. */
  weights: ReadonlyMap<string, readonly number[]>
  lessons: readonly Lesson[]
  /** How unsure the tier still is of what is asked, in (0, 1]; 1 without lessons. */
  doubt: number
}

/** Log-odds by label of a text with these features and this prior. */
export function choiceScores(
  model: ChoiceModel,
  features: TextFeatures,
  prior: readonly number[],
): number[] {
  const bias = model.weights.get('') ?? []
  const scores = prior.map((one, label) => one + (bias[label] ?? 0))
  for (const [feature, weight] of features) {
    const row = model.weights.get(feature)
    if (row === undefined) continue
    for (const [label, one] of row.entries()) scores[label] = (scores[label] ?? 0) + one * weight
  }
  return scores
}
