import type { CodeInterpreterError } from '../../errors/code-interpreter-error.ts'
import type { CodeRun } from '../../interpreter/code-interpreter.ts'

/** What an LM is told of a run: what was printed, then the value of the last expression. */
export function runText({ output, value }: CodeRun): string {
  if (value === undefined) return output
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return output === '' ? text : `${output.trimEnd()}\n${text}`
}

/** What an LM is told of a failure: what was printed before it, then the error. */
export function failureText({ output, message }: CodeInterpreterError): string {
  return output === '' ? message : `${message}\nPrinted before that:\n${output}`
}
