import { AbortError } from '../errors/abort-error.ts'
import type { Prediction } from '../example/prediction.ts'
import type { AnyProgram, ProgramInputs, ProgramOutputs } from '../module/program.ts'
import type { CallOptions } from '../settings/call-options.ts'
import { currentSetting } from '../settings/current-setting.ts'
import { currentScope, inScope } from '../settings/scope.ts'
import type { FieldEvent } from '../settings/stream-sink.ts'
import { AbortLink } from './abort-link.ts'
import type { ListenedEvent } from './listened-event.ts'
import { PredictorNames } from './predictor-names.ts'
import { resolveListeners } from './resolve-listeners.ts'
import { RunSink } from './run-sink.ts'
import { defaultStatusMessages, statusCallback, statusMessagesOf } from './status-messages.ts'
import type { StreamEvent } from './stream-event.ts'
import type { AnyStreamifyOptions, StreamifyOptions } from './streamify-options.ts'

/** A running program: its events, and what it comes to in the end. */
export interface ProgramStream<Outputs extends object, Field extends FieldEvent = FieldEvent>
  extends AsyncIterable<StreamEvent<Outputs, Field>> {
  /** Rejects as the program does; leaving the event loop early aborts the program. */
  readonly prediction: Promise<Prediction<Outputs>>
}

type AnyStream = ProgramStream<object>

/**
 * Makes a program stream: what its predictors produce comes field by field, however deep they are.
 * Each call is a run of its own. Throws `OptionError` for a listener to what the program lacks. (dspy.streamify)
 */
export function streamify<P extends AnyProgram, const Options extends StreamifyOptions<P> = object>(
  program: P,
  options?: Options,
): (
  inputs: ProgramInputs<P>,
  callOptions?: CallOptions,
) => ProgramStream<ProgramOutputs<P>, ListenedEvent<P, Options>>
export function streamify(
  program: (inputs: object, options?: CallOptions) => Promise<Prediction<object>>,
  options: AnyStreamifyOptions = {},
): (inputs: object, callOptions?: CallOptions) => AnyStream {
  const { partial = false } = options
  const statusMessages = statusMessagesOf(options.statusMessages ?? defaultStatusMessages)
  const listeners = options.listen && resolveListeners(program, options.listen)
  const isModule = '$module' in program
  return (inputs, callOptions = {}) => {
    const outer = currentScope()
    const link = new AbortLink(outer.call.signal, callOptions.signal)
    const names = new PredictorNames(program)
    const left = (): void => link.abort(new AbortError('The reader of the stream left.'))
    const sink = new RunSink({ names, listeners, partial, left })
    const call: CallOptions = { ...outer.call, ...callOptions, signal: link.signal }
    const callbacks = [
      ...(currentSetting('callbacks') ?? []),
      statusCallback(statusMessages, (message) => void sink.push({ type: 'status', message })),
    ]
    // What a plain function calls shows only when it runs.
    if (!isModule) callbacks.push({ onModuleStart: ({ instance }) => names.include(instance) })

    const scope = { sink, settings: { ...outer.settings, callbacks }, call }
    // The scope has the options already; a plain function may want them too, and need not be async.
    const run = async (): Promise<Prediction<object>> =>
      program(inputs, isModule ? undefined : call)
    const prediction = new Promise<Prediction<object>>((resolve, reject) => {
      const done = (outcome: Prediction<object>): void => {
        link.release()
        void sink.push({ type: 'prediction', prediction: outcome })
        sink.end()
        resolve(outcome)
      }
      const fail = (error: unknown): void => {
        link.release()
        sink.fail(error)
        reject(error)
      }
      link.onAbort(fail)
      // An abort need not wait for a program that does not listen.
      if (!link.signal.aborted) inScope(scope, run).then(done, fail)
    })
    // The error reaches whoever reads the events; one who does both need not handle it twice.
    prediction.catch(() => undefined)
    return { prediction, [Symbol.asyncIterator]: () => sink.read() }
  }
}
