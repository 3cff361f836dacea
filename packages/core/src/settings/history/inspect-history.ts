import { textStyle } from '../../internal/text-style.ts'
import { callHistory } from './call-history.ts'
import { formatCall } from './format-call.ts'
import { historyOf } from './history-of.ts'
import { type InspectOptions, resolveTarget } from './inspect-options.ts'

/**
 * Prints the last `n` LM calls and returns the text: messages, reply, usage, cost and duration
 * (dspy.inspect_history). Throws `OptionError`.
 */
export function inspectHistory(n = 1, options: InspectOptions = {}): string {
  const target = resolveTarget(options)
  const calls = options.of ? historyOf(options.of, n) : callHistory(n)
  const style = textStyle(options.color, target)
  const text =
    calls.length > 0 ? calls.map((call) => formatCall(call, style)).join('\n') : 'No LM calls.\n'
  target.write(text)
  return text
}
