import { AbortError } from '../errors/abort-error.ts'
import type { Prediction } from '../example/prediction.ts'
import { findPredictors } from '../module/find-predictors.ts'
import type { AnyProgram, ProgramInputs, ProgramOutputs } from '../module/program.ts'
import type { CallOptions } from '../settings/call-options.ts'
import type { Callback } from '../settings/callback.ts'
import { currentSetting } from '../settings/current-setting.ts'
import { mergeCallOptions } from '../settings/merge-call-options.ts'
import { currentScope, inScope } from '../settings/scope.ts'
import type { PredictorEvent, StreamSink } from '../settings/stream-sink.ts'
import { EventQueue } from './event-queue.ts'
import { defaultStatusMessages, type StatusMessages, statusCallback } from './status-messages.ts'
import type { StreamEvent } from './stream-event.ts'

/** A running program: its events, and what it comes to in the end. */
export interface ProgramStream<Outputs extends object> extends AsyncIterable<StreamEvent<Outputs>> {
  /** Rejects as the program does; leaving the event loop early aborts the program. */
  readonly prediction: Promise<Prediction<Outputs>>
}

/** What `streamify` may be told. */
export interface StreamifyOptions {
  /** Words for `status` events; by default only tools are told of. */
  statusMessages?: StatusMessages
}

const waitingEvents = 256

/**
 * Makes a program stream: what its predictors produce comes field by field, however deep they are.
 * Each call is a run of its own.
 */
export function streamify<P extends AnyProgram>(
  program: P,
  options?: StreamifyOptions,
): (inputs: ProgramInputs<P>, callOptions?: CallOptions) => ProgramStream<ProgramOutputs<P>>
export function streamify<Inputs extends object, Outputs extends object>(
  program: (inputs: Inputs, options?: CallOptions) => Promise<Prediction<Outputs>>,
  options: StreamifyOptions = {},
): (inputs: Inputs, callOptions?: CallOptions) => ProgramStream<Outputs> {
  return (inputs, callOptions = {}) => {
    const leave = new AbortController()
    const queue = new EventQueue<StreamEvent<Outputs>>(waitingEvents)
    const sink = makeSink(program, (event) => queue.push(event))
    const programOptions = mergeCallOptions(callOptions, { signal: leave.signal })
    const status = statusCallback(options.statusMessages ?? defaultStatusMessages, (message) => {
      void queue.push({ type: 'status', message })
    })

    const run = async (): Promise<Prediction<Outputs>> => {
      try {
        const prediction = await inScope({ sink, settings: withCallback(status) }, () =>
          program(inputs, programOptions),
        )
        void queue.push({ type: 'prediction', prediction })
        queue.end()
        return prediction
      } catch (error) {
        queue.fail(error)
        throw error
      }
    }
    const prediction = run()
    // The error reaches whoever reads the events; one who does both need not handle it twice.
    prediction.catch(() => undefined)

    return {
      prediction,
      [Symbol.asyncIterator]: () =>
        queue.read(() => leave.abort(new AbortError('The reader of the stream left.'))),
    }
  }
}

function withCallback(callback: Callback): { callbacks: Callback[] } {
  return {
    ...currentScope().settings,
    callbacks: [...(currentSetting('callbacks') ?? []), callback],
  }
}

function makeSink(
  program: object,
  push: (event: PredictorEvent) => Promise<void> | undefined,
): StreamSink {
  const names = new Map<object, string>(findPredictors(program).map(([name, one]) => [one, name]))
  return {
    nameOf: (predictor) => names.get(predictor) ?? 'unnamed',
    emit: push,
  }
}
