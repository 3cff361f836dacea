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
  return { ...message, content: withoutDocumentationIn(content) }
}

/** The same for a text that holds such a schema. */
export function withoutDocumentationIn(text: string): string {
  return text.replaceAll(documentation, '')
}

const classes =
  'An audio input type|A file input type|Experimental: This class|Class representing|Code type in DSPy|Reasoning type in DSPy|Individual citation with'
// The schema may stand in a JSON text, and then its quotes are escaped; properties follow a description.
const documentation = new RegExp(
  `(\\\\?)"description\\1": ?\\1"(?:${classes}).*?\\1", ?(?=\\1"properties\\1":)`,
  'gs',
)

/** A vector as far as it says what DSPy made of it. */
interface Asked {
  readonly signature: { readonly spec: string }
  readonly messages: readonly Message[]
}

/**
 * Whether DSPy shows the LM marks that were meant for itself, or citations as if they were media; or names
 * the types of a union in the order in which that process met them first (`Optional[None | int]`).
 */
export function differsOnPurpose({ signature: { spec }, messages }: Asked): boolean {
  const [inputs = ''] = spec.split('->')
  return (
    inputs.includes('Citations') ||
    /Optional\[(?:None \||Optional\[|Union\[[^\]]*None)/.test(spec) ||
    messages.some(
      ({ role, content }) =>
        role === 'assistant' && typeof content === 'string' && content.includes('<<CUSTOM-TYPE'),
    )
  )
}
