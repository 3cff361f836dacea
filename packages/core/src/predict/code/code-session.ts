import type { CodeInterpreterError } from '../../errors/code-interpreter-error.ts'
import type { CodeRun } from '../../interpreter/code-interpreter.ts'

/** What came of some code: its run, or why it failed. */
export type CodeOutcome =
  | { readonly ok: true; readonly run: CodeRun }
  | { readonly ok: false; readonly error: CodeInterpreterError }

/** The interpreter of one call of a module. */
export interface CodeSession {
  readonly language: string
  /** Runs code. Throws `AbortError`, and what leaves the interpreter of no use. */
  run(code: string): Promise<CodeOutcome>
}
