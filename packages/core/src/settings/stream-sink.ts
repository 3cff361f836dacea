/** What one output field of a predictor gained; `done` is true when it is complete. */
export interface FieldEvent {
  type: 'field'
  /** The predictor's name within the streamed program. */
  predictor: string
  field: string
  delta: string
  done: boolean
  /** Which call of this predictor within the run it is, from 2 on; absent for the first. */
  callNumber?: number
  /** On request: the field's value as far as it is known. It is one object that grows; copy it to keep a state. */
  value?: unknown
}

/** What a program tells while it runs; `callNumber` is as in a field's event. */
export type PredictorEvent =
  | FieldEvent
  /** What the LM thought, where it tells that beside its reply. */
  | { type: 'reasoning'; predictor: string; delta: string; callNumber?: number }
  /** A piece of a tool call that the LM is writing; `delta` is of its arguments, as JSON text. */
  | {
      type: 'tool-call'
      predictor: string
      call: number
      id?: string
      name?: string
      delta: string
      callNumber?: number
    }
  /** What was shown of this predictor's call is void: it starts again. */
  | { type: 'restart'; predictor: string; callNumber?: number }
  /** A tool runs; its end has the same `callId`. */
  | { type: 'tool-start'; callId: string; tool: string; args: unknown }
  /** A tool has ended, with a value, or with the text of its error. */
  | {
      type: 'tool-end'
      callId: string
      tool: string
      value: unknown
      isError: boolean
      durationMs: number
    }

/** How much of a field a reader wants: nothing, its text, or with each piece its value so far. */
export type WantedOfField = 'nothing' | 'text' | 'value'

/** One call of a predictor, as a stream sees it. */
export interface StreamedCall {
  /** What marks the events of the call. */
  readonly marks: { readonly predictor: string; readonly callNumber?: number }
  /** Whether reasoning and tool calls are wanted. */
  readonly wantsThoughts: boolean
  wants(field: string): WantedOfField
}

/** Takes the events of predictors and tools; a returned promise asks them to wait. */
export interface StreamSink {
  /** Tells that a predictor is called; what comes back marks its events. */
  open(predictor: object): StreamedCall
  emit(event: PredictorEvent): Promise<void> | undefined
}
