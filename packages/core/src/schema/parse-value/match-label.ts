import { afterLabel } from './after-label.ts'
import { bareText } from './bare-text.ts'
import { soundsLikeRefusal } from './sounds-like-refusal.ts'

const mostWords = 8

/** The one label a text means: in another case or dress, behind a heading, on a line of its own, or alone in a short sentence. */
export function matchLabel(text: string, labels: readonly string[]): string | undefined {
  const same = equalLabel(text, labels)
  if (same !== undefined) return same
  const rest = afterLabel(text)
  const [firstLine, ...others] = text.trim().split('\n')
  return (
    (rest === undefined
      ? undefined
      : (equalLabel(rest, labels) ?? labelInSentence(rest, labels))) ??
    (firstLine === undefined || others.length === 0 ? undefined : equalLabel(firstLine, labels)) ??
    labelInSentence(text, labels)
  )
}

function equalLabel(text: string, labels: readonly string[]): string | undefined {
  const bare = bareText(text)
  return (
    labels.find((label) => label === bare) ??
    only(labels.filter((label) => label.toLowerCase() === bare.toLowerCase())) ??
    only(labels.filter((label) => loose(label) === loose(bare) && loose(bare) !== ''))
  )
}

function loose(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()
}

function labelInSentence(text: string, labels: readonly string[]): string | undefined {
  const sentence = loose(bareText(text))
  if (sentence.split(' ').length > mostWords || soundsLikeRefusal(sentence)) return undefined
  let left = ` ${sentence.replaceAll(/[^\p{L}\p{N}\s]/gu, ' ').replaceAll(/\s+/g, ' ')} `
  const found: string[] = []
  // Longer labels first, so that "dark blue" is not taken for "blue".
  for (const label of labels.toSorted((a, b) => b.length - a.length)) {
    const word = ` ${loose(label)
      .replaceAll(/[^\p{L}\p{N}\s]/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()} `
    if (word.trim() === '' || !left.includes(word)) continue
    // "a" and "no" are also words of any sentence: they count only at its end.
    if (word.length < 5 && !left.endsWith(word)) return undefined
    left = left.replaceAll(word, '  ')
    found.push(label)
  }
  return only(found)
}

function only(found: readonly string[]): string | undefined {
  return found.length === 1 ? found[0] : undefined
}
