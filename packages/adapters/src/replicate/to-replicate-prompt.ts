import { type LMMessage, UnsupportedFeatureError } from '@ockham/core'
import { documentText } from '../vendor/document-text.ts'

/** A conversation as the two texts that language models on Replicate take. */
export interface ReplicatePrompt {
  prompt: string
  system_prompt?: string
}

/** Writes a conversation as plain text; throws `UnsupportedFeatureError` for media and tool calls. */
export function toReplicatePrompt(messages: readonly LMMessage[]): ReplicatePrompt {
  const system = messages.filter(({ role }) => role === 'system').map(textOf)
  const turns = messages.filter(({ role }) => role !== 'system')
  const [first] = turns
  // A single turn stands for itself; a longer talk shows who says what.
  const prompt =
    first?.role === 'user' && turns.length === 1
      ? textOf(first)
      : [...turns.map((turn) => `${speaker(turn)}: ${textOf(turn)}`), 'Assistant:'].join('\n\n')
  return { prompt, ...(system.length > 0 && { system_prompt: system.join('\n\n') }) }
}

function speaker({ role, toolCalls = [] }: LMMessage): string {
  if (role === 'tool' || toolCalls.length > 0) {
    throw new UnsupportedFeatureError('Replicate knows no tool calls; tell them as text.')
  }
  return role === 'assistant' ? 'Assistant' : 'User'
}

function textOf({ content }: LMMessage): string {
  if (typeof content === 'string') return content
  return content
    .map((part) => {
      const text = part.type === 'document' ? documentText(part) : undefined
      if (part.type === 'text') return part.text
      if (text !== undefined) return text
      throw new UnsupportedFeatureError(
        `Replicate's models name their ${part.type} inputs differently; ` +
          'leave the part out and pass it in `extra`, under the name of the model.',
      )
    })
    .join('')
}
