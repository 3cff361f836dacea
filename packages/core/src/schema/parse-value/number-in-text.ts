import { afterLabel } from './after-label.ts'
import { bareText } from './bare-text.ts'
import { soundsLikeRefusal } from './sounds-like-refusal.ts'

const mostCharacters = 40
const numeral =
  /(?<![\p{L}\p{N}.,_+–-])[+-]?\p{Sc}?\s?[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d+)?(?![\d,.]*\d)/giu
/** Words after a number that change its size or make it a place in a row. */
const scale =
  /^\s?(?:k|m|bn?|st|nd|rd|th|thousand|million|billion|trillion|dozen|hundred|e\b)(?!\p{L})/iu

/** Powers, fractions, bounds and words that make a number another one. */
const changesMeaning =
  /[\p{No}‰<>≤≥]|\d\+|\b(?:minus|negative|below|under|over|percent|per cent|per|out of|to|or|and|between|from|half|double|lakh|crore|grand|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred)\b/iu

/** The one number a short text gives, with currency, unit, thousands' commas or a percent sign. */
export function numberInText(text: string): { value: number; isPercent: boolean } | undefined {
  const short = afterLabel(text) ?? text
  // Models write the minus sign of typography; a dash in front of a digit is one too.
  const bare = bareText(short).replaceAll(/\u2212|(?<![\p{L}\p{N}\s])–(?=\d)|^–(?=\d)/gu, '-')
  if (changesMeaning.test(bare)) return undefined
  if (bare.length >= mostCharacters || soundsLikeRefusal(bare)) return undefined
  const found = [...bare.matchAll(numeral)]
  const [match] = found
  if (!match || found.length !== 1) return undefined
  const rest = bare.slice(match.index + match[0].length)
  const others = bare.slice(0, match.index) + rest
  // Another digit, a range or a fraction means that it is not one number.
  if (/\d/.test(others) || /^\s?[/:^–-]/.test(rest) || scale.test(rest)) return undefined
  const value = Number(match[0].replaceAll(/[^\d.eE+-]/g, ''))
  return Number.isFinite(value) ? { value, isPercent: /^\s?%/.test(rest) } : undefined
}
