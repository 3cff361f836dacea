import type { LMMessage } from '../lm/lm-message.ts'
import type { Signature } from '../signature/signature.ts'
import type { Demo } from './adapter.ts'
import { type Frame, inputSections } from './sections.ts'
import { toContent } from './to-content.ts'

/** A question with its reply as two messages; only the reply, where there is nothing to ask. */
export function exchange(
  signature: Signature,
  values: Demo,
  reply: string,
  frame: Frame,
  opening: readonly string[] = [],
): LMMessage[] {
  const user = [...opening, ...inputSections(signature.inputFields, values, frame)]
    .join('\n\n')
    .trim()
  const answer: LMMessage = { role: 'assistant', content: reply }
  return user === '' ? [answer] : [{ role: 'user', content: toContent(user) }, answer]
}
