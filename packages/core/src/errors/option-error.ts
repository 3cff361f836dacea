import { OckhamError } from './ockham-error.ts'

/** An option has a value that cannot be used; `option` names it. */
export class OptionError extends OckhamError {
  static override readonly kind: string = 'OptionError'
  override readonly code = 'option'
  readonly option: string

  constructor(option: string, message: string) {
    super(`\`${option}\` ${message}`)
    this.option = option
  }
}
