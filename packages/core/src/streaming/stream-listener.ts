import type { ProgramFields } from './program-fields.ts'

/** What to listen to: one field, a field of one predictor, or all of a predictor (dspy.streaming.StreamListener). */
export interface AnyStreamListener {
  /** The predictor's name, as in `namedPredictors()`; may be left out where one predictor alone has the field. */
  readonly predictor?: string
  /** The output field; without it all of the predictor's, its reasoning and its tool calls. */
  readonly field?: string
  /** Whether events carry the field's value so far; by default as for the whole stream. */
  readonly partial?: boolean
}

/** A listener to what a program has, as far as its type shows that. */
export type StreamListener<P> = [ProgramFields<P>] extends [never]
  ? AnyStreamListener
  : ListenerTo<ProgramFields<P>>

type ListenerTo<Each extends { predictor: string; field: string }> =
  | (Each extends unknown
      ? {
          readonly predictor: Each['predictor']
          readonly field?: Each['field']
          readonly partial?: boolean
        }
      : never)
  | {
      readonly predictor?: undefined
      readonly field: Each['field']
      readonly partial?: boolean
    }
