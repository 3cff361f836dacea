import { readWords } from './parcel.ts'

/** What a teacher may say of one parcel. */
export interface Lesson {
  readonly id: string
  /** All that was right to write. */
  readonly right: readonly string[]
  /** One word, and what it calls for. */
  readonly because?: { readonly from: string; readonly to: string }
}

/** The words of a lesson: `Right for parcel 12: K3. In parcel 12, red cord calls for K3.` */
export function writeLesson({ id, right, because }: Lesson): string {
  const truth = `Right for parcel ${id}: ${right.join(', ')}.`
  return because === undefined
    ? truth
    : `${truth} In parcel ${id}, ${because.from} calls for ${because.to}.`
}

/** The lessons in a text, in order. */
export function readLessons(text: string): Lesson[] {
  const reasons = new Map(
    [...text.matchAll(/\bIn parcel (\d+), ([a-z0-9 ]+) calls for ([a-z0-9 ]+)\./gi)].map(
      ([, id = '', from = '', to = '']) => [id, { from, to }],
    ),
  )
  return [...text.matchAll(/\bRight for parcel (\d+): ([a-z0-9, ]+)\./gi)].map(
    ([, id = '', list = '']) => {
      const because = reasons.get(id)
      return { id, right: readWords(list), ...(because === undefined ? {} : { because }) }
    },
  )
}
