/** Where our prompts differ from DSPy's on purpose; docs/parity.md says why. */

interface Message {
  role: string
  content: unknown
}

/**
 * A message of DSPy without the documentation of its own Python classes, which it pours into the JSON
 * Schemas of its prompts: pages of Python examples that say nothing about the task.
 */
export function withoutDocumentation(message: Message): Message {
  const { content } = message
  if (message.role !== 'system' || typeof content !== 'string') return message
  const plain = content.replaceAll(documentation, '').replaceAll(quotedDocumentation, '')
  return { ...message, content: plain }
}

const classes =
  'An audio input type|A file input type|Experimental: This class|Class representing|Code type in DSPy|Reasoning type in DSPy|Individual citation with'
const documentation = new RegExp(`"description": "(?:${classes})(?:[^"\\\\]|\\\\.)*", `, 'g')
// Inside JSONAdapter's object of outputs the schema is quoted once more.
const quotedDocumentation = new RegExp(
  `\\\\"description\\\\": \\\\"(?:${classes})(?:[^"\\\\]|\\\\[^"]|\\\\\\\\\\\\")*?\\\\", `,
  'g',
)

/** Whether DSPy shows the LM marks that were meant for itself. */
export function differsOnPurpose(messages: readonly Message[]): boolean {
  return messages.some(
    ({ role, content }) =>
      role === 'assistant' && typeof content === 'string' && content.includes('<<CUSTOM-TYPE'),
  )
}
