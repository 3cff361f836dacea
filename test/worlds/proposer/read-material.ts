import { type Lesson, readLessons } from '../lexicon/feedback.ts'
import { type FoundParcel, readParcels } from '../lexicon/parcel.ts'
import { type Rule, readRules } from '../lexicon/rule.ts'
import { areAllOf, type Table } from '../lexicon/table.ts'

/** A parcel in the prompt whose right answer the prompt tells. */
export interface LabeledParcel {
  readonly id: string
  readonly from: readonly string[]
  readonly to: readonly string[]
  /** Whether the prompt shows a worse answer beside the right one. */
  readonly contrasted: boolean
}

/** What a prompt, however it is worded, holds for one who is to write instructions. */
export interface Material {
  readonly table: Table
  /** The rules of the instructions that the prompt shows last. */
  readonly rules: readonly Rule[]
  readonly labeled: readonly LabeledParcel[]
  readonly reasons: readonly NonNullable<Lesson['because']>[]
}

/**
 * Reads rules, parcels, labels and feedback by their own marks: of the part that the prompt is about, and then
 * of the others that it mentions.
 */
export function readMaterial(text: string, tables: readonly Table[]): Material[] {
  const parcels = readParcels(text)
  const lessons = readLessons(text)
  const materials = tables.map((table) => ({
    table,
    rules: readRules(lastInstructions(text, table, tables), table),
    labeled: labeledParcels({ text, table, parcels, lessons }),
    reasons: lessons.flatMap(({ because }) =>
      because && table.from.includes(because.from) && table.to.includes(because.to)
        ? [because]
        : [],
    ),
  }))
  const mentioned = materials.filter(({ table }) => text.includes(table.task))
  const candidates =
    mentioned.length > 0 ? mentioned : materials.filter(({ labeled }) => labeled.length > 0)
  return candidates
    .map((material) => ({ material, rank: rank(text, material) }))
    .toSorted((one, other) => compare(other.rank, one.rank))
    .map(({ material }) => material)
}

/** A program is described with all its parts; the part that the prompt is about is told once more. */
function rank(text: string, { table, labeled }: Material): [number, number, number] {
  return [text.split(table.task).length - 1, text.lastIndexOf(table.task), labeled.length]
}

function compare(one: readonly number[], other: readonly number[]): number {
  const differences = one.map((number, index) => number - (other[index] ?? 0))
  return differences.find((difference) => difference !== 0) ?? 0
}

/** From the last mention of the task to where another one is told. */
function lastInstructions(text: string, table: Table, tables: readonly Table[]): string {
  const start = text.lastIndexOf(table.task)
  if (start < 0) return ''
  const ends = tables.map(({ task }) => text.indexOf(task, start + 1)).filter((end) => end > 0)
  return text.slice(start, Math.min(text.length, ...ends))
}

/** A prompt, and what was found in it. */
interface Findings {
  readonly text: string
  readonly table: Table
  readonly parcels: readonly FoundParcel[]
  readonly lessons: readonly Lesson[]
}

function labeledParcels({ text, table, parcels, lessons }: Findings): LabeledParcel[] {
  const asked = new Map<string, readonly string[]>()
  const labeled = new Map<string, Omit<LabeledParcel, 'contrasted'>>()
  const failed = new Set<string>()
  for (const [index, parcel] of parcels.entries()) {
    const { id, words } = parcel
    if (areAllOf(table.from, words)) asked.set(id, words)
    const from = asked.get(id)
    if (from === undefined || !areAllOf(table.to, words)) continue
    const next = parcels.slice(index).find((other) => other.id !== id)
    if (isBad(text.slice(parcel.end, next?.start))) failed.add(id)
    else labeled.set(id, { id, from, to: words })
  }
  for (const { id, right: to } of lessons) {
    const from = asked.get(id)
    if (from !== undefined && areAllOf(table.to, to)) labeled.set(id, { id, from, to })
  }
  return [...labeled.values()].map((parcel) => ({ ...parcel, contrasted: failed.has(parcel.id) }))
}

/** Whether the first score that is told of an answer is low. */
function isBad(text: string): boolean {
  const score = /(?:score|reward)\D{0,12}(\d+(?:\.\d+)?)/i.exec(text)?.[1]
  return score !== undefined && Number(score) < 0.5
}
