import { AbortError } from '../../errors/abort-error.ts'
import { CodeInterpreterError } from '../../errors/code-interpreter-error.ts'
import { untilAborted } from '../../internal/until-aborted.ts'
import type {
  CodeInterpreter,
  CodeRun,
  HostFunction,
  MakeInterpreter,
} from '../../interpreter/code-interpreter.ts'
import { quickJS } from '../../interpreter/quickjs/quickjs.ts'
import { throwIfAborted } from '../../lm/attempts/throw-if-aborted.ts'
import type { JSONValue } from '../../schema/json-value.ts'
import { currentScope, inScope } from '../../settings/scope.ts'
import type { CodeOutcome, CodeSession } from './code-session.ts'

interface SessionOptions {
  /** Default: JavaScript in QuickJS. */
  readonly make: MakeInterpreter | undefined
  readonly functions?: Readonly<Record<string, HostFunction>>
  readonly finals?: readonly string[]
  readonly variables: Readonly<Record<string, JSONValue>>
}

/**
 * Makes an interpreter that has the variables, uses it and closes it, however that ends. What the code asked
 * of the host and did not wait for is aborted then. Throws `AbortError` as soon as the call is aborted.
 */
export async function withInterpreter<Result>(
  { make = quickJS(), functions = {}, finals = [], variables }: SessionOptions,
  use: (session: CodeSession) => Promise<Result>,
): Promise<Result> {
  const { signal } = currentScope().call
  throwIfAborted(signal)
  const over = new AbortController()
  const either = signal ? AbortSignal.any([signal, over.signal]) : over.signal
  const interpreter = make({ functions: inThisScope(functions, either), finals })
  try {
    const run = (code: string, given?: SessionOptions['variables']): Promise<CodeOutcome> =>
      outcomeOf(
        interpreter.run(code, { signal: either, ...(given ? { variables: given } : {}) }),
        signal,
      )
    const start = await run('', variables)
    if (!start.ok) throw start.error
    return await use({ language: interpreter.language, run: (code) => run(code) })
  } finally {
    over.abort(new AbortError('The interpreter is closed.'))
    await orAborted(closed(interpreter), signal)
  }
}

async function outcomeOf(
  running: Promise<CodeRun>,
  signal: AbortSignal | undefined,
): Promise<CodeOutcome> {
  try {
    return { ok: true, run: await orAborted(running, signal) }
  } catch (error) {
    throwIfAborted(signal)
    if (CodeInterpreterError.is(error) && error.reason !== 'closed') return { ok: false, error }
    throw error
  }
}

// An interpreter that does not listen must not keep the module from ending.
function orAborted<Value>(
  promise: Promise<Value>,
  signal: AbortSignal | undefined,
): Promise<Value> {
  return signal ? untilAborted(promise, signal, () => new AbortError(signal.reason)) : promise
}

// The result is there already, so it must not be lost to what cannot be freed.
async function closed(interpreter: CodeInterpreter): Promise<void> {
  try {
    await interpreter.close()
  } catch (error) {
    process.emitWarning(`A code interpreter could not be closed: ${String(error)}`)
  }
}

// An interpreter may call from another context, such as a socket's: usage, callbacks and streams must hold.
function inThisScope(
  functions: Readonly<Record<string, HostFunction>>,
  signal: AbortSignal,
): Record<string, HostFunction> {
  const scope = currentScope()
  const inside = { ...scope, call: { ...scope.call, signal } }
  return Object.fromEntries(
    Object.entries(functions).map(([name, run]): [string, HostFunction] => [
      name,
      (...args) => inScope(inside, () => run(...args)),
    ]),
  )
}
