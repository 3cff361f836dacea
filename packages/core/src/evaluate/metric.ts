import type { Prediction } from '../example/prediction.ts'
import type { TraceStep } from '../settings/trace-step.ts'

/** What a metric may return: a number in [0, 1], pass or fail, or a score with words on it. */
export type MetricResult = number | boolean | { score: number | boolean; feedback?: string }

/** Says how good a prediction is; the trace is given by optimizers that bootstrap. */
export type Metric<Gold extends object, Outputs extends object> = (
  gold: Gold,
  prediction: Prediction<Outputs>,
  trace?: readonly TraceStep[],
) => MetricResult | Promise<MetricResult>
