import { afterLabel } from './after-label.ts'
import { bareText } from './bare-text.ts'

const statement = /^[^.!?:\n]{0,60}?\b(?:is|are|be)\s+([^\n]{1,200})$/iu

/**
 * The one label a text means: in another case or dress, behind a heading, on a line of its own, or as what
 * "the answer is". Nothing else in a sentence counts: "non-toxic" and "no toxic content" do not mean toxic.
 */
export function matchLabel(text: string, labels: readonly string[]): string | undefined {
  const named = equalLabel(text, labels)
  if (named !== undefined) return named
  const isValue = (heading: string): boolean => equalLabel(heading, labels) !== undefined
  const parts = [afterLabel(text, isValue), firstLine(text), statement.exec(bareText(text))?.[1]]
  for (const part of parts) {
    const found = part === undefined ? undefined : equalLabel(part, labels)
    if (found !== undefined) return found
  }
  return undefined
}

function firstLine(text: string): string | undefined {
  const [first, ...others] = text.trim().split('\n')
  return others.length > 0 ? first : undefined
}

function equalLabel(text: string, labels: readonly string[]): string | undefined {
  const bare = bareText(text)
  const trimmed = text.trim()
  return (
    labels.find((label) => label === trimmed) ??
    labels.find((label) => label === bare) ??
    only(labels.filter((label) => label.toLowerCase() === bare.toLowerCase())) ??
    only(labels.filter((label) => loose(label) !== '' && loose(label) === loose(bare)))
  )
}

/** Words without case, with spaces for dashes; empty where there is no letter. At the end a dash is a sign. */
function loose(text: string): string {
  if (!/\p{L}/u.test(text)) return ''
  return text
    .toLowerCase()
    .replaceAll(/(?<=[\p{L}\p{N}])[\s_-]+(?=[\p{L}\p{N}])/gu, ' ')
    .trim()
}

function only(found: readonly string[]): string | undefined {
  return found.length === 1 ? found[0] : undefined
}
