/** What a program tells while it runs; `predictor` is a predictor's name within the streamed program. */
export type PredictorEvent =
  | { type: 'field'; predictor: string; field: string; delta: string; done: boolean }
  /** What the LM thought, where it tells that beside its reply. */
  | { type: 'reasoning'; predictor: string; delta: string }
  /** A piece of a tool call that the LM is writing; `delta` is of its arguments, as JSON text. */
  | {
      type: 'tool-call'
      predictor: string
      call: number
      id?: string
      name?: string
      delta: string
    }
  /** What was shown of this predictor's call is void: it starts again. */
  | { type: 'restart'; predictor: string }
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

/** Takes the events of predictors and tools; a returned promise asks them to wait. */
export interface StreamSink {
  nameOf(predictor: object): string
  emit(event: PredictorEvent): Promise<void> | undefined
}
