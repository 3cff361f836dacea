import { soundsLikeRefusal } from './sounds-like-refusal.ts'

const bullet = /^\s*(?:[-*•–·]|\(?\d{1,3}[.)])\s+(.*\S)\s*$/u
const longestLine = 80

/** The items of a bulleted or numbered list, of short lines, or of one line with commas; undefined when the text is prose. */
export function listInText(text: string, isText: boolean): string[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const [first = '', ...rest] = lines
  const bulleted = bulletedItems(bullet.test(first) || !first.trim().endsWith(':') ? lines : rest)
  if (bulleted) return bulleted
  if (soundsLikeRefusal(text)) return undefined
  if (lines.length > 1) return lines.every(isShort) ? lines.map((line) => line.trim()) : undefined
  const parts = first.split(/[,;]/).map((part) => part.trim())
  // Prose has commas too: of texts only single words make a list.
  const isList = isText
    ? parts.length > 2 && parts.every((part) => /^[^\s.!?]+$/.test(part))
    : parts.length > 1
  return isList ? parts : undefined
}

function bulletedItems(lines: readonly string[]): string[] | undefined {
  const items = lines.map((line) => bullet.exec(line)?.[1])
  const found = items.filter((item) => item !== undefined)
  return found.length > 0 && found.length === items.length ? found : undefined
}

function isShort(line: string): boolean {
  return line.length <= longestLine && !/[.!?:,]\s*$/.test(line)
}
