import { AbortError } from '../errors/abort-error.ts'
import type { Prediction } from '../example/prediction.ts'
import { untilAborted } from '../internal/until-aborted.ts'
import type { AnyProgram, ProgramInputs, ProgramOutputs } from '../module/program.ts'
import type { CallOptions } from '../settings/call-options.ts'
import type { Callback } from '../settings/callback.ts'
import { currentSetting } from '../settings/current-setting.ts'
import { currentScope, inScope } from '../settings/scope.ts'
import type { FieldEvent } from '../settings/stream-sink.ts'
import { abortLink } from './abort-link.ts'
import { EventQueue } from './event-queue.ts'
import type { ListenedEvent } from './listened-event.ts'
import { PredictorNames } from './predictor-names.ts'
import { resolveListeners } from './resolve-listeners.ts'
import { RunSink } from './run-sink.ts'
import { defaultStatusMessages, statusCallback } from './status-messages.ts'
import type { StreamEvent } from './stream-event.ts'
import type { AnyStreamifyOptions, StreamifyOptions } from './streamify-options.ts'

/** A running program: its events, and what it comes to in the end. */
export interface ProgramStream<Outputs extends object, Field extends FieldEvent = FieldEvent>
  extends AsyncIterable<StreamEvent<Outputs, Field>> {
  /** Rejects as the program does; leaving the event loop early aborts the program. */
  readonly prediction: Promise<Prediction<Outputs>>
}

type AnyStream = ProgramStream<object>

const waitingEvents = 256

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
  const { partial = false, statusMessages = defaultStatusMessages } = options
  const listeners = options.listen && resolveListeners(program, options.listen)
  return (inputs, callOptions = {}) => {
    const outer = currentScope()
    const link = abortLink([outer.call.signal, callOptions.signal])
    const queue = new EventQueue<StreamEvent<object>>(waitingEvents)
    const names = new PredictorNames(program)
    const sink = new RunSink({ names, listeners, partial, push: (event) => queue.push(event) })
    const status = statusCallback(statusMessages, (message) => {
      void queue.push({ type: 'status', message })
    })
    const call: CallOptions = { ...outer.call, ...callOptions, signal: link.signal }
    const callbacks: Callback[] = [
      ...(currentSetting('callbacks') ?? []),
      { onModuleStart: ({ instance }) => names.addModule(instance) },
      status,
    ]
    const settings = { ...outer.settings, callbacks }

    const run = async (): Promise<Prediction<object>> => {
      try {
        // The scope brings the options also to what a plain function calls.
        const running = inScope({ sink, settings, call }, () => program(inputs, call))
        const prediction = await untilAborted(running, link.signal, abortError)
        void queue.push({ type: 'prediction', prediction })
        queue.end()
        return prediction
      } catch (error) {
        queue.fail(error)
        throw error
      } finally {
        link.release()
      }
    }
    const abortError = (): AbortError => new AbortError(link.signal.reason)
    const prediction = run()
    // The error reaches whoever reads the events; one who does both need not handle it twice.
    prediction.catch(() => undefined)

    return {
      prediction,
      [Symbol.asyncIterator]: () =>
        queue.read(() => link.abort(new AbortError('The reader of the stream left.'))),
    }
  }
}
