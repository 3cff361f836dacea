import { LMConfigurationError } from './lm-configuration-error.ts'

/** A predictor was called and no LM is in reach. */
export class LMNotConfiguredError extends LMConfigurationError {
  static override readonly kind: string = 'LMNotConfiguredError'
  override readonly code = 'lm_not_configured'

  constructor() {
    super(
      'No LM is configured. Call `configure({ lm: lm("openai/gpt-4o-mini") })` once at start-up, ' +
        'or set one with `context({ lm }, …)`, `module.setLM(lm)` or the call option `{ lm }`.',
    )
  }
}
