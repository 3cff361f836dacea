import type { LMMessage } from '@ockham/core'
import { type Parcel, readParcels } from '../lexicon/parcel.ts'
import { type OutputField, readOutputFields } from '../prompt/output-field.ts'
import { textOf } from '../prompt/text-of.ts'

/** What a prompt shows to the one who answers it. */
export interface ReadPrompt {
  readonly instructions: string
  readonly fields: readonly OutputField[]
  readonly demos: readonly { readonly asked: Parcel; readonly answered: Parcel }[]
}

/** The system message and the demonstrations; the last user message is not part of it. */
export function readPrompt(messages: readonly LMMessage[]): ReadPrompt {
  const system = messages
    .filter(({ role }) => role === 'system')
    .map(textOf)
    .join('\n')
  const demos = messages.flatMap((message, index) => {
    const asked = messages[index - 1]
    return message.role === 'assistant' && asked !== undefined
      ? readDemo(textOf(asked), textOf(message))
      : []
  })
  const [structure = '', ...objective] = system.split('your objective is:')
  return {
    instructions: objective.length > 0 ? objective.join('') : structure,
    fields: readOutputFields(structure),
    demos,
  }
}

function readDemo(question: string, answer: string): ReadPrompt['demos'] {
  const asked = readParcels(question).at(-1)
  const answered = readParcels(answer).at(-1)
  return asked === undefined || answered === undefined ? [] : [{ asked, answered }]
}
