import { OckhamError } from './ockham-error.ts'

/** A tool took longer than it may. */
export class ToolTimeoutError extends OckhamError {
  static override readonly kind: string = 'ToolTimeoutError'
  override readonly code = 'tool_timeout'
  readonly tool: string
  readonly timeoutMs: number

  constructor(tool: string, timeoutMs: number) {
    super(`The tool \`${tool}\` did not end within ${timeoutMs} ms.`)
    this.tool = tool
    this.timeoutMs = timeoutMs
  }
}
