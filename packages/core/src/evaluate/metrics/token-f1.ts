import { normalizeText } from '../../internal/normalize-text.ts'

/** F1 of the words that two texts share, after `normalizeText`; 0 when both have none (dspy.evaluate.metrics.f1_score). */
export function tokenF1(predicted: string, answer: string): number {
  const [words, right] = [wordsOf(predicted), wordsOf(answer)]
  const counts = new Map<string, number>()
  for (const word of right) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of words) {
    const count = counts.get(word) ?? 0
    if (count > 0) shared += 1
    counts.set(word, count - 1)
  }
  if (shared === 0) return 0
  const [precision, recall] = [shared / words.length, shared / right.length]
  return (2 * precision * recall) / (precision + recall)
}

function wordsOf(text: string): string[] {
  return normalizeText(text)
    .split(' ')
    .filter((word) => word !== '')
}
