import { VendorFailure } from '../failure/vendor-failure.ts'
import type { WireObject } from '../internal/wire-object.ts'

/**
 * Throws when the prompt filled the context window: servers too old to refuse what does not fit cut it
 * down to that, without a word.
 */
export function checkUncut(line: WireObject, contextTokens: number | undefined): void {
  const count = line.number('prompt_eval_count')
  if (contextTokens === undefined || count === undefined || count < contextTokens) return
  throw new VendorFailure({
    codes: ['context_length_exceeded'],
    message: `the prompt was cut: ${count} tokens fill \`num_ctx\`, which is ${contextTokens}.`,
  })
}
