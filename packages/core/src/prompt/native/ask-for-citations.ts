import type { LMMessage } from '../../lm/lm-message.ts'

/** Messages whose documents the LM is to quote from. */
export function askForCitations(messages: readonly LMMessage[]): LMMessage[] {
  return messages.map((message) =>
    typeof message.content === 'string'
      ? message
      : {
          ...message,
          content: message.content.map((part) =>
            part.type === 'document' ? { ...part, citations: true } : part,
          ),
        },
  )
}
