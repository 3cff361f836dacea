import { ownValue } from '../internal/own-value.ts'
import type { LMMessage } from '../lm/lm-message.ts'
import type { Signature } from '../signature/signature.ts'
import type { Demo } from './adapter.ts'
import { exchange } from './exchange.ts'
import { protocol } from './protocol.ts'

/**
 * Demonstrations as turns, in DSPy's order: incomplete ones first, each marked as such, then complete
 * ones. A demo without any input or any output field says nothing and is left out.
 */
export function demoTurns(
  signature: Signature,
  demos: readonly Demo[],
  assistant: (demo: Demo) => string,
): LMMessage[] {
  const fields = [...signature.inputFields, ...signature.outputFields]
  const isComplete = (demo: Demo): boolean =>
    fields.every(({ name }) => ownValue(demo, name) !== undefined && ownValue(demo, name) !== null)
  const saysSomething = (demo: Demo): boolean =>
    signature.inputFields.some(({ name }) => ownValue(demo, name) !== undefined) &&
    signature.outputFields.some(({ name }) => ownValue(demo, name) !== undefined)

  const incomplete = demos.filter((demo) => !isComplete(demo) && saysSomething(demo))
  const complete = demos.filter(isComplete)
  return [
    ...incomplete.flatMap((demo) =>
      exchange(signature, demo, assistant(demo), [protocol.incompleteDemo]),
    ),
    ...complete.flatMap((demo) => exchange(signature, demo, assistant(demo))),
  ]
}
