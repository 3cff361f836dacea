import type { Demo, Predictor } from '@ockham/core'
import { demosFor } from './demos-for.ts'
import type { LessonDemos, Lessons } from './lessons.ts'

/** Examples, and of those that are worth it what the teacher did with them. */
export type TaughtExamples<Gold extends object> = ReadonlyMap<Gold, LessonDemos | undefined>

/** Lets the teacher run examples in their order until enough are worth showing, never more at a time than are wanted. */
export async function taughtExamples<Gold extends object, Outputs extends object>(
  lessons: Lessons<Gold, Outputs>,
  examples: readonly Gold[],
  wanted: number,
): Promise<TaughtExamples<Gold>> {
  const taught = new Map<Gold, LessonDemos | undefined>()
  let shown = 0
  for (let first = 0; first < examples.length && shown < wanted; ) {
    const window = examples.slice(first, first + wanted - shown)
    const results = await Promise.all(window.map((gold) => lessons.of(gold)))
    for (const [index, gold] of window.entries()) taught.set(gold, results[index])
    shown += results.filter((demos) => demos !== undefined).length
    first += window.length
  }
  return taught
}

/** The demonstrations of a predictor: first runs of the teacher, and then what the other examples are labelled with. */
export function nearestDemos<Gold extends object>(
  [path, predictor]: [string, Predictor],
  examples: readonly Gold[],
  taught: TaughtExamples<Gold>,
): Demo[] {
  const shown = examples.filter((gold) => taught.get(gold) !== undefined)
  const others = examples.filter((gold) => taught.get(gold) === undefined)
  const values: object[] = [...shown.map((gold) => taught.get(gold)?.get(path) ?? {}), ...others]
  return demosFor(predictor, values)
}
