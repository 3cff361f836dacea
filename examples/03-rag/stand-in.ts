import { MockLM } from '@ockham/core/testing'

/** Stands in for a model: it answers with the passage that shares the most words with the question. */
export function standIn(): MockLM {
  return new MockLM(({ messages }) => {
    const asked = String(messages.at(-1)?.content)
    const words = new Set(wordsOf(section(asked, 'question')))
    const passages: string[] = JSON.parse(section(asked, 'passages'))
    const shared = (passage: string) => wordsOf(passage).filter((word) => words.has(word)).length
    const [best = 'I do not know.'] = passages.toSorted((a, b) => shared(b) - shared(a))
    const source = passages.indexOf(best) + 1
    return `[[ ## reasoning ## ]]\nPassage ${source} speaks of it.\n\n[[ ## answer ## ]]\n${best}\n\n[[ ## completed ## ]]`
  })
}

function section(text: string, name: string): string {
  const [, rest = ''] = text.split(`[[ ## ${name} ## ]]\n`)
  return rest.split('\n\n', 1)[0] ?? ''
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? []
}
