import type { LMMessage } from '../lm/lm-message.ts'
import type { Signature } from '../signature/signature.ts'
import type { Demo } from './adapter.ts'
import { demoTurns } from './demo-turns.ts'
import { historyTurns } from './history-turns.ts'
import { type Frame, inputSections } from './sections.ts'
import type { Template } from './template.ts'
import { toContent } from './to-content.ts'

/** How an adapter words its side of a conversation. */
export interface Wording extends Template {
  /** How it writes the input fields. */
  frame: Frame
  /** The reply that a demonstration shows. */
  demoReply(demo: Demo): string
  /** The reply of an earlier turn. */
  turnReply(turn: Demo): string
}

/** The messages of one call, in DSPy's order: system, demonstrations, earlier turns, the question. */
export function formatMessages(
  signature: Signature,
  demos: readonly Demo[],
  inputs: Readonly<Record<string, unknown>>,
  { system, request, frame, demoReply, turnReply }: Wording,
): LMMessage[] {
  const user = [...inputSections(signature.inputFields, inputs, frame), request].join('\n\n').trim()
  return [
    { role: 'system', content: system },
    ...demoTurns(signature, demos, demoReply, frame),
    ...historyTurns(signature, inputs, turnReply, frame),
    { role: 'user', content: toContent(user) },
  ]
}
