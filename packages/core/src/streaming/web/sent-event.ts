import type { FieldEvent } from '../../settings/stream-sink.ts'
import type { StreamEvent } from '../stream-event.ts'

/** An event as its reader gets it: the prediction is its output fields alone, and an error is an event. */
export type SentEvent<Outputs extends object = Record<string, unknown>> =
  | Exclude<StreamEvent<object, FieldEvent>, { type: 'prediction' }>
  | { type: 'prediction'; prediction: Outputs }
  | SentError

/** The last event of a program that failed; `code` is that of an Ockham error. */
export interface SentError {
  type: 'error'
  message: string
  code?: string
}
