import { pythonStrip } from '../internal/python-strip.ts'
import type { LMMessage } from '../lm/lm-message.ts'
import type { Signature } from '../signature/signature.ts'
import type { Demo } from './adapter.ts'
import { inputSections } from './sections.ts'
import { toContent } from './to-content.ts'

/** A question with its reply as two messages; only the reply, where there is nothing to ask. */
export function exchange(
  signature: Signature,
  values: Demo,
  reply: string,
  opening: readonly string[] = [],
): LMMessage[] {
  const user = pythonStrip(
    [...opening, ...inputSections(signature.inputFields, values)].join('\n\n'),
  )
  const answer: LMMessage = { role: 'assistant', content: reply }
  return user === '' ? [answer] : [{ role: 'user', content: toContent(user) }, answer]
}
