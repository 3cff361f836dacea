/** A text of at most so many characters, without its middle where it is longer. */
export function clipMiddle(text: string, most: number): string {
  const characters = [...text]
  if (characters.length <= most) return text
  const head = Math.ceil((most - 1) / 2)
  const tail = most - 1 - head
  return [...characters.slice(0, head), '…', ...characters.slice(characters.length - tail)].join('')
}
