import { type Lesson, readLessons } from '../lexicon/feedback.ts'
import { type FoundParcel, readParcels } from '../lexicon/parcel.ts'
import { type Rule, readRules } from '../lexicon/rule.ts'
import { areAllOf, type Table } from '../lexicon/table.ts'

/** A parcel in the prompt whose right answer the prompt tells. */
export interface LabeledParcel {
  readonly id: string
  readonly from: readonly string[]
  readonly to: readonly string[]
}

/** What a prompt, however it is worded, holds for one who is to write instructions. */
export interface Material {
  readonly table: Table
  /** The rules of the instructions that the prompt shows last. */
  readonly rules: readonly Rule[]
  readonly labeled: readonly LabeledParcel[]
  readonly reasons: readonly NonNullable<Lesson['because']>[]
}

/** Reads rules, parcels, labels and feedback by their own marks; undefined when the prompt is about something else. */
export function readMaterial(text: string, tables: readonly Table[]): Material | undefined {
  const parcels = readParcels(text)
  const table = lastMentioned(text, tables) ?? mostSolved(text, parcels, tables)
  if (table === undefined) return undefined
  const lessons = readLessons(text)
  return {
    table,
    rules: readRules(lastInstructions(text, table, tables), table),
    labeled: labeledParcels(text, table, parcels, lessons),
    reasons: lessons.flatMap(({ because }) =>
      because && table.from.includes(because.from) && table.to.includes(because.to)
        ? [because]
        : [],
    ),
  }
}

function lastMentioned(text: string, tables: readonly Table[]): Table | undefined {
  const mentioned = tables.filter(({ task }) => text.includes(task))
  return mentioned.toSorted((a, b) => text.lastIndexOf(a.task) - text.lastIndexOf(b.task)).at(-1)
}

function mostSolved(
  text: string,
  parcels: readonly FoundParcel[],
  tables: readonly Table[],
): Table | undefined {
  const solved = (table: Table): number => labeledParcels(text, table, parcels, []).length
  const [best] = tables.toSorted((a, b) => solved(b) - solved(a))
  return best && solved(best) > 0 ? best : undefined
}

/** From the last mention of the task to where another one is told. */
function lastInstructions(text: string, table: Table, tables: readonly Table[]): string {
  const start = text.lastIndexOf(table.task)
  if (start < 0) return ''
  const ends = tables.map(({ task }) => text.indexOf(task, start + 1)).filter((end) => end > 0)
  return text.slice(start, Math.min(text.length, ...ends))
}

function labeledParcels(
  text: string,
  table: Table,
  parcels: readonly FoundParcel[],
  lessons: readonly Lesson[],
): LabeledParcel[] {
  const asked = new Map<string, readonly string[]>()
  const answered = new Map<string, readonly string[]>()
  for (const [index, parcel] of parcels.entries()) {
    const { id, words } = parcel
    if (areAllOf(table.from, words)) asked.set(id, words)
    const rest = text.slice(parcel.end, parcels[index + 1]?.start)
    if (areAllOf(table.to, words) && !isBad(rest)) answered.set(id, words)
  }
  for (const { id, right } of lessons) if (areAllOf(table.to, right)) answered.set(id, right)
  return [...asked].flatMap(([id, from]) => {
    const to = answered.get(id)
    return to === undefined ? [] : [{ id, from, to }]
  })
}

/** Whether what follows an answer scores it low. */
function isBad(text: string): boolean {
  const score = /\b(?:score|reward)\D{0,12}(\d+(?:\.\d+)?)/i.exec(text)?.[1]
  return score !== undefined && Number(score) < 0.5
}
