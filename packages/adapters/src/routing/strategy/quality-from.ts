/** What `evaluate` found for each model, as the option `quality` of a router; scores are cut to [0, 1]. */
export function qualityFrom(
  results: Readonly<Record<string, { readonly score: number }>>,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(results)
      .filter(([, { score }]) => !Number.isNaN(score))
      .map(([model, { score }]) => [model, Math.min(1, Math.max(0, score))]),
  )
}
