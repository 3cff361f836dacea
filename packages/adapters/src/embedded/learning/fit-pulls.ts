import type { Lesson } from './choice-model.ts'
import { softmax } from './softmax.ts'

const sweeps = 12

/**
 * How hard each lesson pulls towards each label: `trust` times what prior and pulls together miss of its label.
 * `alike` holds the lessons' similarities; lesson `without` is left out.
 */
export function fitPulls(
  lessons: readonly Lesson[],
  labels: number,
  alike: readonly (readonly number[])[],
  trust: number,
  without?: (at: number) => boolean,
): number[][] {
  const pulls = lessons.map(() => Array.from({ length: labels }, () => 0))
  const scores = lessons.map((lesson) => [...lesson.prior])
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (const [at, lesson] of lessons.entries()) {
      const pull = pulls[at]
      const row = alike[at]
      if (pull === undefined || row === undefined || without?.(at)) continue
      const expected = softmax(scores[at] ?? [])
      const step = 1 / (1 / trust + (row[at] ?? 1) / 3)
      for (let label = 0; label < labels; label += 1) {
        const missed = (label === lesson.label ? 1 : 0) - (expected[label] ?? 0)
        const before = pull[label] ?? 0
        const change = step * (missed - before / trust)
        pull[label] = before + change
        for (const [other, score] of scores.entries()) {
          score[label] = (score[label] ?? 0) + change * (row[other] ?? 0)
        }
      }
    }
  }
  return pulls
}
