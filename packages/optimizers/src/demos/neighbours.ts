import { type Embedder, example, exampleInputs, KNN } from '@ockham/core'

/** Finds the examples of a trainset whose inputs are most like given ones, the most alike first. */
export function neighbours<Gold extends object>(
  k: number,
  trainset: readonly Gold[],
  embedder: Embedder,
): (inputs: object) => Promise<Gold[]> {
  const rows = new Map(
    trainset.map((gold) => {
      const inputs = exampleInputs(gold)
      return [example(inputs, { inputs: Object.keys(inputs) }), gold]
    }),
  )
  const nearest = new KNN(k, [...rows.keys()], embedder)
  return async (inputs) => (await nearest({ ...inputs })).flatMap((row) => rows.get(row) ?? [])
}
