import type { Random } from '../random/random.ts'
import { sample } from '../random/sample.ts'

/** The scores of both parents of a merge on each example; undefined where one was not evaluated. */
export interface MergeScores {
  readonly first: readonly (number | undefined)[]
  readonly second: readonly (number | undefined)[]
}

/**
 * The examples a merge is tried on first: as GEPA, in equal parts ones on which the first parent is better, the
 * second is, and neither is; filled up from all that both were evaluated on. Fewer than `count` when those are fewer.
 */
export function mergeExamples(scores: MergeScores, count: number, random: Random): number[] {
  const signs = scores.first.map((score, example) => {
    const other = scores.second[example]
    return score === undefined || other === undefined ? undefined : Math.sign(score - other)
  })
  const examples = [...signs.keys()].filter((example) => signs[example] !== undefined)
  const share = Math.ceil(count / 3)
  const chosen = [1, -1, 0].flatMap((sign) => {
    const stratum = examples.filter((example) => signs[example] === sign)
    return sample(stratum, share, random)
  })
  const first = chosen.slice(0, count)
  const rest = examples.filter((example) => !first.includes(example))
  return [...first, ...sample(rest, count - first.length, random)]
}
