/** A word of a text, in lower case, and where it stands. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

// Scripts without spaces: there each character counts as a word.
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}])+/gu

/** The words of a text without case, punctuation and white space. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(word)].map(({ 0: found, index }) => ({
    text: found.normalize('NFKC').toLowerCase(),
    start: index,
    end: index + found.length,
  }))
}
