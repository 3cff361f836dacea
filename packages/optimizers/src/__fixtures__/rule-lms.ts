import { type Example, example, type LM, type LMRequest } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'

/** A question of a kind; the answer is right where the instructions state the rule of that kind. */
export type Riddle = Example<{ question: string; answer: string }, 'question'>

const kinds = 6

/** Riddles first … last - 1, of six kinds in turn. */
export function riddles(first: number, last: number): Riddle[] {
  return Array.from({ length: last - first }, (_, index) =>
    example({ question: `${first + index}`, answer: 'right' }, { inputs: ['question'] }),
  )
}

/** Whether the answer is right, and else which rule it lacked. */
export function riddleMetric(
  gold: Riddle,
  { answer }: { answer: string },
): { score: number; feedback: string } {
  if (answer === gold.answer) return { score: 1, feedback: 'Right.' }
  return { score: 0, feedback: `It needs rule-${Number(gold.question) % kinds}.` }
}

/** Follows the rules that its instructions state. */
export function obedientLM(delay?: () => Promise<void>): MockLM {
  return new MockLM(async ({ messages }) => {
    await delay?.()
    const asked = /question ## \]\]\n(\d+)/.exec(String(messages.at(-1)?.content))?.[1]
    const isRight = textOf({ messages }).includes(`rule-${Number(asked) % kinds}`)
    return `[[ ## answer ## ]]\n${isRight ? 'right' : 'wrong'}`
  })
}

/** Adds the first rule that the feedback in its prompt asks for to the instructions in it. */
export function reflectingLM(delay?: () => Promise<void>): LM & { readonly requests: LMRequest[] } {
  return new MockLM(async (request) => {
    await delay?.()
    const text = textOf(request)
    const stated = [...text.matchAll(/Obey (rule-\d)/g)].map(([, rule]) => rule)
    const needed = /It needs (rule-\d)/.exec(text)?.[1]
    const rules = new Set([...stated, ...(needed ? [needed] : [])])
    return `\`\`\`\n${[...rules].map((rule) => `Obey ${rule}.`).join('\n')}\n\`\`\``
  })
}

function textOf({ messages }: Pick<LMRequest, 'messages'>): string {
  return messages.map(({ content }) => String(content)).join('\n')
}
