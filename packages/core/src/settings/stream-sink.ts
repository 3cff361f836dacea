/** What a predictor tells while it runs; `predictor` is its name within the streamed program. */
export type PredictorEvent =
  | { type: 'field'; predictor: string; field: string; delta: string; done: boolean }
  /** What was shown of this predictor's call is void: it starts again. */
  | { type: 'restart'; predictor: string }

/** Takes the events of predictors; a returned promise asks them to wait. */
export interface StreamSink {
  nameOf(predictor: object): string
  emit(event: PredictorEvent): Promise<void> | undefined
}
