// errors
export { AbortError } from './errors/abort-error.ts'
export { AdapterParseError } from './errors/adapter-parse-error.ts'
export { AllRoutesFailedError } from './errors/all-routes-failed-error.ts'
export { BudgetExceededError } from './errors/budget-exceeded-error.ts'
export { ContentFilterError } from './errors/content-filter-error.ts'
export { ContextWindowExceededError } from './errors/context-window-exceeded-error.ts'
export { EmptyDatasetError } from './errors/empty-dataset-error.ts'
export { InputError } from './errors/input-error.ts'
export { LMAuthError } from './errors/lm-auth-error.ts'
export { LMBillingError } from './errors/lm-billing-error.ts'
export { LMConfigurationError } from './errors/lm-configuration-error.ts'
export { LMError, type LMErrorOptions } from './errors/lm-error.ts'
export { LMInvalidRequestError } from './errors/lm-invalid-request-error.ts'
export { LMNotConfiguredError } from './errors/lm-not-configured-error.ts'
export { LMProviderError } from './errors/lm-provider-error.ts'
export { LMRateLimitError } from './errors/lm-rate-limit-error.ts'
export { LMServerError } from './errors/lm-server-error.ts'
export { LMStreamTruncatedError } from './errors/lm-stream-truncated-error.ts'
export { LMTimeoutError, type TimeoutPhase } from './errors/lm-timeout-error.ts'
export { LMTransportError } from './errors/lm-transport-error.ts'
export { LMUnexpectedError } from './errors/lm-unexpected-error.ts'
export { LMUnsupportedModelError } from './errors/lm-unsupported-model-error.ts'
export { MetricError } from './errors/metric-error.ts'
export { OckhamError, type OckhamErrorOptions } from './errors/ockham-error.ts'
export { OptionError } from './errors/option-error.ts'
export { SignatureError } from './errors/signature-error.ts'
export { StateError } from './errors/state-error.ts'
export { TooManyErrorsError } from './errors/too-many-errors-error.ts'
export { UnsupportedFeatureError } from './errors/unsupported-feature-error.ts'

// schema
export type { Constraints, FieldType } from './schema/field-type.ts'
export type { JSONValue } from './schema/json-value.ts'
export type { StandardSchema } from './schema/standard-schema.ts'

// signature
export { type SignatureOptions, signature } from './signature/define-signature.ts'
export type { Field, FieldDefinition, FieldOptions } from './signature/field.ts'
export { Signature } from './signature/signature.ts'
export type {
  InferInputs,
  InferOutputs,
  SignatureLike,
  SignatureSpec,
} from './signature/signature-like.ts'

// example
export { type Example, example } from './example/example.ts'
export type { Prediction, PredictionMeta } from './example/prediction.ts'

// lm
export type { LM, LMCapabilities } from './lm/lm.ts'
export type { LMConfig, LMResponseFormat } from './lm/lm-config.ts'
export type { LMContentPart, LMMessage } from './lm/lm-message.ts'
export type { LMRequest } from './lm/lm-request.ts'
export type { LMFinishReason, LMOutput, LMResponse } from './lm/lm-response.ts'
export type { LMStreamEvent } from './lm/lm-stream-event.ts'
export type { LMTool, LMToolCall } from './lm/lm-tool.ts'
export type { LMUsage } from './lm/lm-usage.ts'

// prompt
export type { Adapter, Demo } from './prompt/adapter.ts'
export { ChatAdapter } from './prompt/chat/chat-adapter.ts'
export type { FieldDelta, FieldStream } from './prompt/field-stream.ts'
export { JSONAdapter } from './prompt/json/json-adapter.ts'

// settings
export type { CallOptions } from './settings/call-options.ts'
export type { Callback, CallEnd, CallStart } from './settings/callback.ts'
export { configure } from './settings/configure.ts'
export { context } from './settings/context.ts'
export type { Settings } from './settings/settings.ts'
export { traced } from './settings/traced.ts'
export type { TraceStep } from './settings/trace-step.ts'
export { trackUsage } from './settings/track-usage.ts'
export type { UsageSummary, UsageTotals } from './settings/usage-summary.ts'

// module
export { loadProgram } from './module/load-program.ts'
export { Module } from './module/module.ts'
export { isPredictor, type Predictor } from './module/predictor.ts'
export type { FieldState, PredictorState, ProgramState } from './module/program-state.ts'
export { saveProgram } from './module/save-program.ts'

// predict
export { ChainOfThought, type WithReasoning } from './predict/chain-of-thought.ts'
export { Predict } from './predict/predict.ts'

// streaming
export type { StatusMessages } from './streaming/status-messages.ts'
export type { StreamEvent } from './streaming/stream-event.ts'
export { type ProgramStream, type StreamifyOptions, streamify } from './streaming/streamify.ts'

// evaluate
export { evaluate, type Program, type WithInputs } from './evaluate/evaluate.ts'
export type { EvaluateOptions } from './evaluate/evaluate-options.ts'
export type { EvaluationResult, EvaluationRow } from './evaluate/evaluation-result.ts'
export type { Metric, MetricResult } from './evaluate/metric.ts'
export type { EvaluationProgress } from './evaluate/progress.ts'
export type { Interval } from './evaluate/score-interval.ts'
export { scoreInterval } from './evaluate/score-interval.ts'
export { scoreWith } from './evaluate/score-with.ts'

// internal
export { runConcurrently } from './internal/run-concurrently.ts'
