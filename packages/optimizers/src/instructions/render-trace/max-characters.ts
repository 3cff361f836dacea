import { checkWholeNumber } from '../../options/check-whole-number.ts'

// About 10,000 tokens of English.
const defaultMaxCharacters = 40_000
/** Below this no prompt would show anything of use. */
export const leastMaxCharacters = 1000

/** The most characters of data in one prompt, 40,000 unless told; throws `OptionError` below 1000. */
export function resolveMaxCharacters(maxCharacters: number = defaultMaxCharacters): number {
  checkWholeNumber('maxCharacters', maxCharacters, leastMaxCharacters)
  return maxCharacters
}
