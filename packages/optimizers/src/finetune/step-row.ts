import { ChatAdapter, type LMMessage, OptionError, type Predictor } from '@ockham/core'
import type { EvaluationStep } from '../run/evaluation.ts'
import type { FinetuneMessage, FinetuneRow } from './finetune-row.ts'

const adapter = new ChatAdapter()

/**
 * A call as the student would have been asked, and what is to be learned from it: the prompt is that of the student's
 * own signature and demonstrations, since it is asked in the same words later. Throws `OptionError` for what is no text.
 */
export function stepRow(
  { signature, demos }: Pick<Predictor, 'signature' | 'demos'>,
  { inputs, outputs }: EvaluationStep,
): FinetuneRow {
  const asked = adapter.format(signature, demos, inputs)
  // A reply in the adapter's words is found in a demonstration of it.
  const shown = adapter.format(signature, [{ ...inputs, ...outputs }], inputs)
  const reply = shown.filter(({ role }) => role === 'assistant').slice(0, 1)
  return { messages: [...asked, ...reply].map(textMessage) }
}

function textMessage({ role, content }: LMMessage): FinetuneMessage {
  if (typeof content === 'string' && role !== 'tool') return { role, content }
  throw new OptionError(
    'trainset',
    'leads to prompts with images, files or tool calls; a model is fine-tuned on texts alone.',
  )
}
