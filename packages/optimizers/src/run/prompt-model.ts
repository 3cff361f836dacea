import {
  currentSetting,
  type LM,
  LMNotConfiguredError,
  type Module,
  OptionError,
} from '@ockham/core'

/** Throws `OptionError` for what is no LM. */
export function checkPromptModel(promptModel: LM | undefined, option = 'promptModel'): void {
  if (promptModel === undefined || typeof promptModel.generate === 'function') return
  throw new OptionError(option, 'must be an LM, such as `lm("openai/gpt-4o")`.')
}

/**
 * The LM that writes instructions: the one given, or else that of the program. Throws `LMNotConfiguredError` when
 * there is none.
 */
export function resolvePromptModel(
  promptModel: LM | undefined,
  program: Module<never, object>,
): LM {
  const own = program.predictors().find(({ lm }) => lm !== undefined)?.lm
  const lm = promptModel ?? own ?? currentSetting('lm')
  if (lm === undefined) throw new LMNotConfiguredError()
  return lm
}
