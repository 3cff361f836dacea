/** What some text says of one parcel: its number, and words in their order. */
export interface Parcel {
  readonly id: string
  readonly words: readonly string[]
}

/** A parcel as inputs and outputs spell it: `Parcel 12: red cord, wet lid`. */
export function writeParcel({ id, words }: Parcel): string {
  return `Parcel ${id}: ${words.join(', ')}`
}

/** A parcel that was found in a text, and where. */
export interface FoundParcel extends Parcel {
  readonly start: number
  readonly end: number
}

/** Every parcel in a text, in order. */
export function readParcels(text: string): FoundParcel[] {
  return [...text.matchAll(/\bParcel (\d+): ([a-z0-9, ]*)/gi)]
    .filter(([found]) => found.startsWith('P')) // a lower-case one is part of a sentence
    .map((match) => ({
      id: match[1] ?? '',
      words: readWords(match[2] ?? ''),
      start: match.index,
      end: match.index + match[0].length,
    }))
}

/** The words of a list. */
export function readWords(list: string): string[] {
  return list
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
