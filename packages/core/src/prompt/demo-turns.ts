import type { LMMessage } from '../lm/lm-message.ts'
import type { Signature } from '../signature/signature.ts'
import type { Demo } from './adapter.ts'
import { exchange } from './exchange.ts'
import { protocol } from './protocol.ts'
import type { Frame } from './sections.ts'

/**
 * Demonstrations as turns, in DSPy's order: incomplete ones first, each marked as such, then complete
 * ones. A demo without any input or any output field says nothing and is left out.
 */
export function demoTurns(
  signature: Signature,
  demos: readonly Demo[],
  assistant: (demo: Demo) => string,
  frame: Frame,
): LMMessage[] {
  const fields = [...signature.inputFields, ...signature.outputFields]
  const isComplete = (demo: Demo): boolean =>
    fields.every(({ name }) => demo[name] !== undefined && demo[name] !== null)
  const saysSomething = (demo: Demo): boolean =>
    signature.inputFields.some(({ name }) => demo[name] !== undefined) &&
    signature.outputFields.some(({ name }) => demo[name] !== undefined)

  const incomplete = demos.filter((demo) => !isComplete(demo) && saysSomething(demo))
  const complete = demos.filter(isComplete)
  return [
    ...incomplete.flatMap((demo) =>
      exchange(signature, demo, assistant(demo), frame, [protocol.incompleteDemo]),
    ),
    ...complete.flatMap((demo) => exchange(signature, demo, assistant(demo), frame)),
  ]
}
