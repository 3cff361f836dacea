/** A number written in a text, and where. */
export interface FoundNumber {
  value: number
  at: number
}

/** The numbers of a text, in order; thousands separators are read. */
export function findNumbers(text: string): FoundNumber[] {
  return [...text.matchAll(/(?<![\w.])-?\d+(?:,\d{3})*(?:\.\d+)?(?![\w])/g)].map((match) => ({
    value: Number(match[0].replaceAll(',', '')),
    at: match.index,
  }))
}
