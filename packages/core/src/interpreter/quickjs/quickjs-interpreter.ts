import { AsyncLocalStorage } from 'node:async_hooks'
import { AbortError } from '../../errors/abort-error.ts'
import { CodeInterpreterError } from '../../errors/code-interpreter-error.ts'
import { untilAborted } from '../../internal/until-aborted.ts'
import type { JSONValue } from '../../schema/json-value.ts'
import type { CodeInterpreter, CodeRun, CodeRunOptions } from '../code-interpreter.ts'
import { type CheckedSetup, checkVariables } from './check-setup.ts'
import { compiledModule } from './compiled-module.ts'
import { hostCall } from './host-call.ts'
import type { QuickJSLimits } from './quickjs-options.ts'
import { QuickJSThread } from './quickjs-thread.ts'
import type { RunEnd } from './thread-message.ts'

const closedMessage = 'The interpreter is closed; make a new one.'
const afresh = 'What earlier code declared is lost; the variables given to it are there again.'
const kept = 'What was declared before is still there.'

/** JavaScript in QuickJS, compiled to WebAssembly, in a thread of its own that starts with the first run. */
export class QuickJSInterpreter implements CodeInterpreter {
  readonly language = 'javascript'
  private readonly setup: CheckedSetup
  private readonly limits: QuickJSLimits
  private readonly given: Record<string, JSONValue> = {}
  private thread: QuickJSThread | undefined
  private last: Promise<unknown> = Promise.resolve()
  private closing: Promise<void> | undefined

  constructor(setup: CheckedSetup, limits: QuickJSLimits) {
    this.setup = setup
    this.limits = limits
  }

  async run(code: string, options: CodeRunOptions = {}): Promise<CodeRun> {
    const { signal, variables = {} } = options
    checkVariables(Object.keys(variables), this.setup)
    const turn = this.last.then(() => this.runNow(code, variables, signal))
    this.last = turn.catch(() => {})
    return signal ? untilAborted(turn, signal, () => new AbortError(signal.reason)) : turn
  }

  close(): Promise<void> {
    this.closing ??= this.thread?.stop(closedError()) ?? Promise.resolve()
    return this.closing
  }

  private async runNow(
    code: string,
    variables: Readonly<Record<string, JSONValue>>,
    signal: AbortSignal | undefined,
  ): Promise<CodeRun> {
    if (signal?.aborted) throw new AbortError(signal.reason)
    const fresh = !this.thread?.alive()
    const thread = await this.liveThread()
    if (signal?.aborted) throw new AbortError(signal.reason)
    const needed = this.written(fresh ? { ...this.given, ...variables } : variables)
    Object.assign(this.given, variables)
    const stop = (): void => void thread.stop(new AbortError(signal?.reason))
    signal?.addEventListener('abort', stop)
    try {
      return this.result(thread, await this.end(thread, code, needed))
    } catch (error) {
      throw CodeInterpreterError.is(error) && !thread.alive() ? extended(error, afresh) : error
    } finally {
      signal?.removeEventListener('abort', stop)
    }
  }

  private end(thread: QuickJSThread, code: string, variables: string): Promise<RunEnd> {
    // Functions of the host see the settings of the run that calls them, not those of the first run.
    const inContext = AsyncLocalStorage.snapshot()
    const { functions } = this.setup
    return thread.run(code, variables, (name, args) =>
      inContext(() => hostCall(functions, name, args, this.limits.memoryMB * 1024 * 1024)),
    )
  }

  private async liveThread(): Promise<QuickJSThread> {
    const module = await compiledModule()
    if (this.closing) throw closedError()
    if (!this.thread?.alive()) this.thread = new QuickJSThread(module, this.setup, this.limits)
    return this.thread
  }

  private written(variables: Readonly<Record<string, JSONValue>>): string {
    const json = JSON.stringify(variables)
    if (json.length <= this.limits.memoryMB * 1024 * 1024) return json
    const message = `The variables have ${json.length} characters of JSON, more than ${this.limits.memoryMB} MB can hold.`
    throw new CodeInterpreterError(message, { reason: 'memory' })
  }

  private result(thread: QuickJSThread, end: RunEnd): CodeRun {
    const output = thread.output()
    if (end.spoilt) void thread.stop(closedError())
    switch (end.type) {
      case 'value':
        return end.json === undefined ? { output } : { output, value: JSON.parse(end.json) }
      case 'final':
        return { output, final: { name: end.name, args: finalArgs(end.args) } }
      case 'error': {
        const { reason } = end
        const error = new CodeInterpreterError(end.message, { reason, output })
        throw reason === 'time' && !end.spoilt ? extended(error, kept) : error
      }
    }
  }
}

function closedError(): CodeInterpreterError {
  return new CodeInterpreterError(closedMessage, { reason: 'closed' })
}

function extended(error: CodeInterpreterError, sentence: string): CodeInterpreterError {
  const { message, reason, output, cause } = error
  if (reason === 'closed') return error
  return new CodeInterpreterError(`${message} ${sentence}`, { reason, output, cause })
}

function finalArgs(json: string): JSONValue[] {
  const args: JSONValue = JSON.parse(json)
  return Array.isArray(args) ? args : [args]
}
