import { Embedder } from '@ockham/core'
import { readParcels } from '../lexicon/parcel.ts'
import type { Table } from '../lexicon/table.ts'

/** Parcels are near each other that have words in common. */
export function markEmbedder({ from }: Table): Embedder {
  return new Embedder((texts) =>
    texts.map((text) => {
      const words = readParcels(text).flatMap((parcel) => parcel.words)
      return from.map((word) => (words.includes(word) ? 1 : 0))
    }),
  )
}
