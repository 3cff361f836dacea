const unpriced = new Set<string>()
const mostNames = 1000

/** The models that were called in this process and whose calls could not be priced. */
export function unpricedModels(): string[] {
  return [...unpriced]
}

/** Adds a model to them. */
export function recordUnpriced(name: string): void {
  if (unpriced.size < mostNames) unpriced.add(name)
}
