import type { JSONValue, LMMessage } from '@ockham/core'
import type { Ability } from './learning/ability.ts'
import type { ChoiceJudge } from './learning/choice-judge.ts'
import { type TextFeatures, textFeatures } from './learning/text-features.ts'
import { messageText } from './prompt/message-text.ts'
import { readTask } from './prompt/read-task.ts'
import type { Task } from './prompt/task.ts'

/** A demonstration as a tier sees it. */
export interface StudiedDemonstration {
  text: string
  inputs: ReadonlyMap<string, string>
  features: TextFeatures
  outputs: ReadonlyMap<string, JSONValue>
}

/** A task read and its demonstrations taken in; `judges` is filled as fields are answered. */
export interface Studied {
  task: Task
  demonstrations: readonly StudiedDemonstration[]
  judges: Map<string, ChoiceJudge>
}

const remembered = 32

/** Reads prompts up to their last turn, remembering the latest few, since many inputs share one prompt. */
export function studier(
  ability: Ability,
): (before: readonly LMMessage[], last: string) => Studied | undefined {
  const studied = new Map<string, Studied | undefined>()
  return (before, last) => {
    const reminder = last.slice(last.lastIndexOf('\n\nRespond with ') + 2)
    const asksJSON = reminder.startsWith('Respond with a JSON object')
    const key = `${asksJSON}\u0000${before.map((one) => `${one.role}\u0000${messageText(one)}`).join('\u0000')}`
    const known = studied.has(key)
    const result = known ? studied.get(key) : study(before, asksJSON ? reminder : '', ability)
    studied.delete(key)
    studied.set(key, result)
    const oldest = studied.keys().next()
    if (studied.size > remembered && !oldest.done) studied.delete(oldest.value)
    return result
  }
}

function study(
  before: readonly LMMessage[],
  reminder: string,
  ability: Ability,
): Studied | undefined {
  const task = readTask(before, reminder)
  if (task === undefined) return undefined
  const demonstrations = task.demonstrations.slice(-ability.memory).map(({ inputs, outputs }) => {
    const text = [...inputs.values()].join('\n')
    return { text, inputs, outputs, features: textFeatures(text, ability) }
  })
  return { task, demonstrations, judges: new Map() }
}
