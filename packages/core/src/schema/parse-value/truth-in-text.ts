import { afterLabel } from './after-label.ts'
import { bareText } from './bare-text.ts'
import { soundsLikeRefusal } from './sounds-like-refusal.ts'

const words: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['false', false],
  ['no', false],
])
const opening = /^["'`*_]*(true|false|yes|no)["'`*_]*\s*(?:$|[.,;:!(\n—–-])(.*)$/is
const ending = /\b(?:is|be|answer|result|value)\s+["'`*_]*(true|false|yes|no)["'`*_]*$/i
const mostWords = 8

/** The truth value a text gives with its first word, behind a label, or as the end of a short sentence. */
export function truthInText(text: string): boolean | undefined {
  const answer = afterLabel(text, (label) => words.has(label.toLowerCase())) ?? text
  const bare = bareText(answer)
  const plain = words.get(bare.toLowerCase())
  if (plain !== undefined) return plain
  const first = opening.exec(answer.trim())
  if (first?.[1] !== undefined)
    return withdrawn(first[2] ?? '') ? undefined : words.get(first[1].toLowerCase())
  if (bare.split(/\s+/).length > mostWords || soundsLikeRefusal(bare)) return undefined
  return words.get(ending.exec(bare)?.[1]?.toLowerCase() ?? '')
}

/** "No, I cannot answer that" is no answer, and neither is "yes, no". */
function withdrawn(rest: string): boolean {
  return /\b(?:true|false|yes|no|actually|cannot|can't|can’t|unable|sorry|unclear|unsure)\b/i.test(
    rest,
  )
}
