import type { Prediction } from '../example/prediction.ts'
import type { FieldEvent, PredictorEvent } from '../settings/stream-sink.ts'

/** What a streamed program yields; the last event is always its prediction. */
export type StreamEvent<Outputs extends object, Field extends FieldEvent = FieldEvent> =
  | Field
  | Exclude<PredictorEvent, FieldEvent>
  | { type: 'status'; message: string }
  | { type: 'prediction'; prediction: Prediction<Outputs> }
