import { example } from '@ockham/core'
import { chance } from '../chance.ts'
import { inOrder } from '../in-order.ts'
import { readParcels, writeParcel } from '../lexicon/parcel.ts'
import type { Row } from './world.ts'

/** Gives every row the words of another row's answer, under its own number. */
export function shuffleLabels(rows: readonly Row[], seed: number): Row[] {
  const order = inOrder(rows, ({ note }) => chance(seed, 'shuffled', note))
  return order.map((row, index) => {
    const [{ id } = { id: '' }] = readParcels(row.note)
    const other = order[(index + 1) % order.length] ?? row
    const [{ words } = { words: [] }] = readParcels(other.answer)
    return example({ note: row.note, answer: writeParcel({ id, words }) }, { inputs: ['note'] })
  })
}
