import type { JSONValue } from '../schema/json-value.ts'

/** A function of the host that code in an interpreter may call; what it throws is thrown in the code. */
export type HostFunction = (...args: JSONValue[]) => unknown

/** What an interpreter gives to the code beside the language itself. */
export interface InterpreterSetup {
  /** Functions by name; in the code each returns a promise. */
  readonly functions?: Readonly<Record<string, HostFunction>>
  /** Names of functions whose call ends the run, such as `submit`; they need no function of the host. */
  readonly finals?: readonly string[]
}

/** What one run may be told. */
export interface CodeRunOptions {
  /** Values that the code finds under these names, from now on. */
  readonly variables?: Readonly<Record<string, JSONValue>>
  readonly signal?: AbortSignal
}

/** What came of one run. */
export interface CodeRun {
  /** What the code printed, cut to the interpreter's limit. */
  readonly output: string
  /** The value of the code's last expression; undefined when it has none or none that is JSON. */
  readonly value?: JSONValue
  /** The call that ended the run, if one did. */
  readonly final?: { readonly name: string; readonly args: readonly JSONValue[] }
}

/** Runs code that an LM wrote (dspy.CodeInterpreter). Variables stay from run to run until it is closed. */
export interface CodeInterpreter {
  /** What the code is written in, as prompts and Markdown fences call it: `javascript`. */
  readonly language: string
  /** Throws `CodeInterpreterError` with the code's own error, and `AbortError`. Runs of one interpreter queue. */
  run(code: string, options?: CodeRunOptions): Promise<CodeRun>
  /** Stops what runs and frees everything; afterwards `run` throws. */
  close(): Promise<void>
}

/** Makes a fresh interpreter; modules that run code make one for each call of theirs. */
export type MakeInterpreter = (setup?: InterpreterSetup) => CodeInterpreter
