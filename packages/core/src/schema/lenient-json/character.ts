const quotes = new Set(['"', "'", '“', '”'])
const letter = /^\p{L}$/u
const digit = /^\p{Nd}$/u
const number = /^\p{N}$/u
const space = /^\s$/u

const isAsciiLetter = (char: string): boolean =>
  (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z')
const isLetter = (char: string): boolean =>
  char < '\x80' ? isAsciiLetter(char) : letter.test(char)

/** Classes of single characters, drawn where Python's string methods draw them; '' is in none. */
export const character: {
  readonly isQuote: (char: string) => boolean
  readonly isSpace: (char: string) => boolean
  readonly isLetter: (char: string) => boolean
  readonly isDigit: (char: string) => boolean
  readonly isWord: (char: string) => boolean
} = {
  isQuote: (char) => quotes.has(char),
  isSpace: (char) =>
    char === ' ' ||
    (char >= '\t' && char <= '\r') ||
    (char >= '\x1c' && char <= '\x1f') ||
    char === '\x85' ||
    (char >= '\xa0' && char !== '\ufeff' && space.test(char)),
  isLetter,
  isDigit: (char) => (char < '\x80' ? char >= '0' && char <= '9' : digit.test(char)),
  isWord: (char) =>
    isLetter(char) || (char < '\x80' ? char >= '0' && char <= '9' : number.test(char)),
}
