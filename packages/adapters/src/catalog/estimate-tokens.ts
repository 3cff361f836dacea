const charactersPerToken = 4

/** About how many tokens the strings inside a value are. */
export function estimateTokens(value: unknown): number {
  return Math.ceil(characters(value) / charactersPerToken)
}

function characters(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((sum: number, item: unknown) => sum + characters(item), 0)
}
