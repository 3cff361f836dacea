import type { Metric } from '@ockham/core'
import { chance } from '../chance.ts'
import { choose } from '../choose.ts'
import { type Lesson, writeLesson } from '../lexicon/feedback.ts'
import { type Parcel, readParcels } from '../lexicon/parcel.ts'
import type { WordRule } from '../lexicon/rule.ts'
import type { Table } from '../lexicon/table.ts'
import { follow } from './latent-rules.ts'
import type { Answer, Row } from './world.ts'

/** 1 when the answer has the right words, in any order. */
export const metric: Metric<Row, Answer> = (gold, { answer }) =>
  sameWords(parcelIn(gold.answer).words, parcelIn(answer).words)

/** Scores like `metric`, and tells what the first part at fault should have written, and why one word of it. */
export function feedbackMetric(
  tables: readonly Table[],
  rules: readonly (readonly WordRule[])[],
): Metric<Row, Answer> {
  return (gold, prediction) => {
    const { stamps, desks, answer } = prediction
    const { id, words: note } = parcelIn(gold.note)
    let asked: readonly string[] = note
    for (const [index, written] of [stamps, desks, answer]
      .filter((text) => text !== undefined)
      .entries()) {
      const stage = rules[index] ?? []
      const right = follow(stage, asked)
      const words = parcelIn(written).words
      if (!sameWords(right, words)) {
        const because = stage.find(({ from, to }) => asked.includes(from) && !words.includes(to))
        const lesson = { id, right, ...(because === undefined ? {} : { because }) }
        const fault = `The part at fault is ${tables[index]?.name ?? 'unknown'}.`
        return { score: 0, feedback: `${fault} ${writeLesson(lesson)}` }
      }
      asked = right
    }
    return { score: 1, feedback: 'All parts are right.' }
  }
}

/** The same feedback with every fact in it replaced by a random one. */
export function scrambled(
  inner: Metric<Row, Answer>,
  tables: readonly Table[],
  seed: number,
): Metric<Row, Answer> {
  return async (gold, prediction, trace) => {
    const result = await inner(gold, prediction, trace)
    if (typeof result !== 'object' || result.score === 1) return result
    const { id } = parcelIn(gold.note)
    const draw = (event: string): number => chance(seed, 'scrambled', id, event)
    const { name, from, to } = choose(tables, draw('part'))
    const lesson: Lesson = {
      id,
      right: [choose(to, draw('right'))],
      because: { from: choose(from, draw('from')), to: choose(to, draw('to')) },
    }
    return { score: 0, feedback: `The part at fault is ${name}. ${writeLesson(lesson)}` }
  }
}

function parcelIn(text: string): Parcel {
  return readParcels(text).at(-1) ?? { id: '', words: [] }
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  const written = new Set(other)
  return one.length > 0 && written.size === one.length && one.every((word) => written.has(word))
}
