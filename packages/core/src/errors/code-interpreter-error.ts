import { OckhamError, type OckhamErrorOptions } from './ockham-error.ts'

/** What is known about code that failed. */
export interface CodeInterpreterErrorOptions extends OckhamErrorOptions {
  /** What the code printed before it failed. */
  output?: string | undefined
  /** `syntax` and `runtime` are the code's own errors, the rest are the interpreter's limits. */
  reason: 'syntax' | 'runtime' | 'time' | 'memory' | 'closed'
}

/** Code in an interpreter failed: its own error, or a limit of the interpreter. */
export class CodeInterpreterError extends OckhamError {
  static override readonly kind: string = 'CodeInterpreterError'
  override readonly code = 'code_interpreter'
  readonly reason: CodeInterpreterErrorOptions['reason']
  readonly output: string

  constructor(message: string, options: CodeInterpreterErrorOptions) {
    super(message, options)
    this.reason = options.reason
    this.output = options.output ?? ''
  }
}
