import { MockLM } from '@ockham/core/testing'

/** Stands in for a model: it knows three things to say, and finds names and questions in the turns before. */
export function standIn(): MockLM {
  return new MockLM(
    ({ messages }) => `[[ ## reply ## ]]\n${answer(messages)}\n\n[[ ## completed ## ]]`,
  )
}

function answer(messages: readonly { role: string; content: unknown }[]): string {
  const said = messages.filter(({ role }) => role === 'user').map(({ content }) => spoken(content))
  const message = said.at(-1) ?? ''
  const name = /\bI am (\p{Lu}\p{L}+)/u.exec(said.join('\n'))?.[1] ?? 'friend'
  if (message.includes('name')) {
    const asked = said.slice(0, -1).findLast((text) => text.endsWith('?'))
    return `You are ${name}, and you asked: “${asked ?? 'nothing yet'}”`
  }
  if (message.includes('oldest')) return `Our oldest clock is from 1584, ${name}. It still runs.`
  return `Welcome to the museum of clocks, ${name}! What would you like to see?`
}

function spoken(content: unknown): string {
  return /\[\[ ## message ## \]\]\n([^\n]*)/.exec(String(content))?.[1] ?? ''
}
