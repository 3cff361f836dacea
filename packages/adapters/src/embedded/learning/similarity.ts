import type { TextFeatures } from './text-features.ts'

/** Cosine of two texts' features, in [0, 1]; `rarity` weighs features that few texts have more. */
export function similarity(
  one: TextFeatures,
  other: TextFeatures,
  rarity?: ReadonlyMap<string, number>,
): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one]
  let sum = 0
  for (const [feature, weight] of few) {
    const match = many.get(feature)
    if (match !== undefined) sum += weight * match * (rarity?.get(feature) ?? 1)
  }
  return sum
}
