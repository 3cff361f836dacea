/** A text of at most so many characters, which says how many more there were. */
export function clipped(text: string, characters: number): string {
  if (text.length <= characters) return text
  return `${text.slice(0, characters)} … (${text.length - characters} more characters)`
}
