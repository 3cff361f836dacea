import { type LM, OptionError } from '@ockham/core'

/** Throws `OptionError` unless the value is an LM, as it may not be where no compiler has looked. */
export function checkLM(option: string, lm: LM | undefined): void {
  if (typeof lm?.model === 'string' && typeof lm.generate === 'function') return
  throw new OptionError(
    option,
    `must be an LM, such as \`lm("openai/gpt-5-nano")\`, not ${String(lm)}.`,
  )
}
