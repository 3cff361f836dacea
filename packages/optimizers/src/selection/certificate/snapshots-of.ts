import type { Evaluation } from '../../run/evaluation.ts'

/** The models that answered, by the names of the LMs that were asked. */
export function snapshotsOf(rows: readonly Evaluation[]): Record<string, string[]> {
  const snapshots = new Map<string, Set<string>>()
  for (const { model, served = model, failed } of rows.flatMap(({ calls }) => calls)) {
    if (failed === true) continue
    snapshots.set(model, (snapshots.get(model) ?? new Set()).add(served))
  }
  return Object.fromEntries(
    [...snapshots].map(([model, served]) => [model, [...served].toSorted()]),
  )
}
