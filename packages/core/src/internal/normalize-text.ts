import { pythonStrip } from './python-strip.ts'

const punctuation = /[!-/:-@[-`{-~]/g
// Python's `\b` knows the letters of all scripts.
const article = /(?<![\p{L}\p{N}_])(?:a|an|the)(?![\p{L}\p{N}_])/gu
const whiteSpace = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g

/**
 * A text for comparing answers: in lower case, without punctuation, articles and spare white space
 * (dspy.evaluate.normalize_text).
 */
export function normalizeText(text: string): string {
  const words = text.normalize('NFD').toLowerCase().replaceAll(punctuation, '')
  return pythonStrip(words.replaceAll(article, ' ').replaceAll(whiteSpace, ' '))
}
