// errors
export { AbortError } from './errors/abort-error.ts'
export { AdapterParseError } from './errors/adapter-parse-error.ts'
export { AllRoutesFailedError } from './errors/all-routes-failed-error.ts'
export { AssertionError, type AssertionErrorOptions } from './errors/assertion-error.ts'
export { BudgetExceededError, type BudgetExceededOptions } from './errors/budget-exceeded-error.ts'
export { checkFraction } from './errors/check-fraction.ts'
export {
  CodeGenerationError,
  type CodeGenerationErrorOptions,
} from './errors/code-generation-error.ts'
export {
  CodeInterpreterError,
  type CodeInterpreterErrorOptions,
} from './errors/code-interpreter-error.ts'
export { ContentFilterError } from './errors/content-filter-error.ts'
export {
  type ContextSizes,
  ContextWindowExceededError,
} from './errors/context-window-exceeded-error.ts'
export { EmbeddingError, type EmbeddingErrorOptions } from './errors/embedding-error.ts'
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
export type { LMRate, LMRateLimits } from './errors/lm-rate-limits.ts'
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
export { ToolTimeoutError } from './errors/tool-timeout-error.ts'
export { UnsupportedFeatureError } from './errors/unsupported-feature-error.ts'
// evaluate
export {
  type ChangedRow,
  type ComparedRow,
  compareEvaluations,
  type EvaluationComparison,
} from './evaluate/compare/compare-evaluations.ts'
export { evaluate, type WithInputs } from './evaluate/evaluate.ts'
export type { EvaluateOptions } from './evaluate/evaluate-options.ts'
export type { EvaluationResult, EvaluationRow } from './evaluate/evaluation-result.ts'
export { evaluationToCSV } from './evaluate/export/evaluation-to-csv.ts'
export { evaluationToJSON } from './evaluate/export/evaluation-to-json.ts'
export type { Metric, MetricResult } from './evaluate/metric.ts'
export type { AnswerFields, WithFields } from './evaluate/metrics/answer-fields.ts'
export { exactMatch } from './evaluate/metrics/exact-match.ts'
export { type F1Options, f1 } from './evaluate/metrics/f1.ts'
export { hotpotF1 } from './evaluate/metrics/hotpot-f1.ts'
export { type JudgeMetricOptions, judge } from './evaluate/metrics/judge/judge.ts'
export type { JudgeOptions } from './evaluate/metrics/judge/judge-options.ts'
export {
  RubricJudge,
  type RubricJudgeInputs,
  type RubricJudgeOutputs,
} from './evaluate/metrics/judge/rubric-judge.ts'
export { passageMatch } from './evaluate/metrics/passage-match.ts'
export {
  CompleteAndGrounded,
  type CompleteAndGroundedFields,
  type CompleteAndGroundedInputs,
  type CompleteAndGroundedOutputs,
} from './evaluate/metrics/semantic/complete-and-grounded.ts'
export {
  SemanticF1,
  type SemanticF1Fields,
  type SemanticF1Inputs,
  type SemanticF1Options,
  type SemanticF1Outputs,
} from './evaluate/metrics/semantic/semantic-f1.ts'
export type { SemanticOptions } from './evaluate/metrics/semantic/semantic-options.ts'
export { type WeightedPart, weightedMetric } from './evaluate/metrics/weighted-metric.ts'
export { type Scored, withFeedback } from './evaluate/metrics/with-feedback.ts'
export type { EvaluationProgress, ProgressOutput } from './evaluate/progress.ts'
export { evaluationToHTML } from './evaluate/report/evaluation-to-html.ts'
export { type HTMLPage, htmlPage } from './evaluate/report/html-page.ts'
export { htmlText } from './evaluate/report/html-text.ts'
export type { ReportOptions } from './evaluate/report/report-options.ts'
export type { Interval } from './evaluate/score-interval.ts'
export { scoreInterval } from './evaluate/score-interval.ts'
export { scoreWith } from './evaluate/score-with.ts'
// example
export { type Example, example, exampleInputs } from './example/example.ts'
export { History } from './example/history.ts'
export type { Prediction, PredictionMeta } from './example/prediction.ts'
// internal
export { normalizeText } from './internal/normalize-text.ts'
export { runConcurrently } from './internal/run-concurrently.ts'
// interpreter
export type {
  CodeInterpreter,
  CodeRun,
  CodeRunOptions,
  HostFunction,
  InterpreterSetup,
  MakeInterpreter,
} from './interpreter/code-interpreter.ts'
export { quickJS } from './interpreter/quickjs/quickjs.ts'
export type { QuickJSOptions } from './interpreter/quickjs/quickjs-options.ts'
// lm
export { Allowance, type AllowanceLimits } from './lm/attempts/allowance.ts'
export { isRetryable } from './lm/attempts/is-retryable.ts'
export { Budget, type BudgetClaim, type Reservation } from './lm/budget/budget.ts'
export type { BudgetLimits, BudgetOptions } from './lm/budget/budget-options.ts'
export type { BudgetPeriod } from './lm/budget/budget-period.ts'
export { budgeted } from './lm/budget/budgeted.ts'
export type { BudgetAmount } from './lm/budget/ledger.ts'
export type { CacheEvent } from './lm/cache/cache-event.ts'
export type { CacheOptions } from './lm/cache/cache-options.ts'
export type { CacheStore } from './lm/cache/cache-store.ts'
export { cached } from './lm/cache/cached.ts'
export { type MemoryCacheOptions, memoryCache } from './lm/cache/memory-cache.ts'
export { type AgreementOptions, agreement } from './lm/cascade/agreement.ts'
export { type CascadeLM, cascade } from './lm/cascade/cascade.ts'
export type { CascadeOptions } from './lm/cascade/cascade-options.ts'
export type { CascadeStats } from './lm/cascade/cascade-stats.ts'
export type { Confidence, ConfidenceContext, Judgement } from './lm/cascade/confidence.ts'
export { fieldConfidence } from './lm/cascade/field-confidence.ts'
export { type LogprobMarginOptions, logprobMargin } from './lm/cascade/logprob-margin.ts'
export { type ModelsAgreeOptions, modelsAgree } from './lm/cascade/models-agree.ts'
export { type Verify, verifier } from './lm/cascade/verifier.ts'
export { fallback } from './lm/fallback/fallback.ts'
export type { FallbackOptions } from './lm/fallback/fallback-options.ts'
export type { HedgeOptions } from './lm/hedge/hedge-options.ts'
export { hedged } from './lm/hedge/hedged.ts'
export { Governor } from './lm/limit/governor.ts'
export type { LimitOptions } from './lm/limit/limit-options.ts'
export { limited } from './lm/limit/limited.ts'
export type { CallOutcome, Permit } from './lm/limit/permit.ts'
export type { LM, LMCapabilities } from './lm/lm.ts'
export type { LMCitation } from './lm/lm-citation.ts'
export type { LMConfig, LMResponseFormat } from './lm/lm-config.ts'
export type { LMContentPart, LMMessage } from './lm/lm-message.ts'
export type { LMAttempt, LMCandidate, LMPlan } from './lm/lm-plan.ts'
export type { LMRequest } from './lm/lm-request.ts'
export type { LMFinishReason, LMOutput, LMResponse } from './lm/lm-response.ts'
export type { LMStreamEvent } from './lm/lm-stream-event.ts'
export type { LMTool, LMToolCall } from './lm/lm-tool.ts'
export type { LMUsage } from './lm/lm-usage.ts'
export { RetryBudget, type RetryBudgetOptions } from './lm/retry/retry-budget.ts'
export type { RetryOptions } from './lm/retry/retry-options.ts'
export { retrying } from './lm/retry/retrying.ts'
export type { Sensitivity } from './lm/sensitivity.ts'
export { collect } from './lm/stream/collect.ts'
export { replay } from './lm/stream/replay.ts'
// module
export type { BatchOptions } from './module/batch/batch-options.ts'
export type { BatchResult } from './module/batch/batch-result.ts'
export type { DSPyState } from './module/dspy-state/dspy-state.ts'
export type { DumpOptions } from './module/dump-options.ts'
export { loadProgram } from './module/load-program.ts'
export { Module } from './module/module.ts'
export { isPredictor, type Predictor } from './module/predictor.ts'
export type { AnyProgram, ProgramInputs, ProgramOutputs } from './module/program.ts'
export type { FieldState, PredictorState, ProgramState } from './module/program-state.ts'
export { saveProgram } from './module/save-program.ts'
// predict
export { BestOfN } from './predict/best-of-n/best-of-n.ts'
export type { BestOfNOptions } from './predict/best-of-n/best-of-n-options.ts'
export { ChainOfThought, type WithReasoning } from './predict/chain-of-thought.ts'
export { CodeAct, type CodeActOutputs } from './predict/code-act/code-act.ts'
export type { CodeActOptions } from './predict/code-act/code-act-options.ts'
export { type Branch, branch } from './predict/combinators/branch.ts'
export { type MapInputs, mapInputs } from './predict/combinators/map-inputs.ts'
export { type MapOutputs, mapOutputs, type OutputMap } from './predict/combinators/map-outputs.ts'
export { type Pipe, pipe } from './predict/combinators/pipe.ts'
export type {
  Check,
  CheckResult,
  RetryOnAssertOptions,
} from './predict/combinators/retry-options.ts'
export type { Step } from './predict/combinators/step.ts'
export {
  type RetryOnAssert,
  withRetryOnAssert,
} from './predict/combinators/with-retry-on-assert.ts'
export { KNN } from './predict/knn/knn.ts'
export { type MajorityOptions, majority } from './predict/majority.ts'
export {
  type Completions,
  MultiChainComparison,
  type WithRationale,
} from './predict/multi-chain-comparison/multi-chain-comparison.ts'
export type { MultiChainComparisonOptions } from './predict/multi-chain-comparison/multi-chain-comparison-options.ts'
export type { ReasonedAttempt } from './predict/multi-chain-comparison/reasoned-attempt.ts'
export { type ParallelPair, parallel } from './predict/parallel.ts'
export { Predict } from './predict/predict.ts'
export { ProgramOfThought } from './predict/program-of-thought/program-of-thought.ts'
export type { ProgramOfThoughtOptions } from './predict/program-of-thought/program-of-thought-options.ts'
export {
  ReActV2,
  type ReActV2Inputs,
  type ReActV2Outputs,
  type TerminationReason,
} from './predict/react-v2/react-v2.ts'
export type { ReActV2Options } from './predict/react-v2/react-v2-options.ts'
export { ReAct, type ReActOutputs } from './predict/react/react.ts'
export type { Trajectory } from './predict/react/trajectory.ts'
export { Refine } from './predict/refine/refine.ts'
export type { RefineOptions } from './predict/refine/refine-options.ts'
export type { REPLEntry } from './predict/rlm/repl-entry.ts'
export { RLM, type RLMOutputs } from './predict/rlm/rlm.ts'
export type { RLMOptions } from './predict/rlm/rlm-options.ts'
export type { RewardFn } from './predict/rollouts/reward.ts'
export type { RolloutOptions } from './predict/rollouts/rollout-options.ts'
export type { AgentOptions } from './predict/tools/agent-options.ts'
// prompt
export type { Adapter, Demo, FormatOptions, ParseOptions } from './prompt/adapter.ts'
export type { AdapterOptions } from './prompt/adapter-options.ts'
export { BAMLAdapter } from './prompt/baml/baml-adapter.ts'
export { ChatAdapter } from './prompt/chat/chat-adapter.ts'
export type { FieldDelta, FieldStream } from './prompt/field-stream.ts'
export { JSONAdapter } from './prompt/json/json-adapter.ts'
export { outputSchema } from './prompt/json/output-schema.ts'
export type { PartialValue } from './prompt/partial/partial-value.ts'
export { TwoStepAdapter, type TwoStepOptions } from './prompt/two-step/two-step-adapter.ts'
export { XMLAdapter } from './prompt/xml/xml-adapter.ts'
// retrieval
export { Embedder, type EmbedOptions } from './retrieval/embedder/embedder.ts'
export type { EmbedderOptions } from './retrieval/embedder/embedder-options.ts'
export type { EmbeddingFunction } from './retrieval/embedder/embedding-function.ts'
export type { EmbeddingStore } from './retrieval/embedder/embedding-store.ts'
export {
  type MemoryEmbeddingStoreOptions,
  memoryEmbeddingStore,
} from './retrieval/embedder/memory-embedding-store.ts'
export type { EmbeddingModel, EmbeddingResponse } from './retrieval/embedding-model.ts'
export {
  Embeddings,
  type SearchInputs,
  type SearchOutputs,
} from './retrieval/embeddings/embeddings.ts'
export type { EmbeddingsOptions } from './retrieval/embeddings/embeddings-options.ts'
export type {
  LoadIndexOptions,
  LoadRecordsOptions,
} from './retrieval/embeddings/load-index-options.ts'
// schema
export type { Constraints, FieldType } from './schema/field-type.ts'
export type { JSONValue } from './schema/json-value.ts'
export { Audio } from './schema/special/audio.ts'
export { Citations } from './schema/special/citations.ts'
export { Code } from './schema/special/code.ts'
export { type FunctionToolOptions, tool } from './schema/special/define-tool.ts'
export { Document } from './schema/special/document.ts'
export type { DownloadOptions } from './schema/special/download.ts'
export { File } from './schema/special/file.ts'
export { Image } from './schema/special/image.ts'
export { Reasoning } from './schema/special/reasoning.ts'
export type { SpecialTypes } from './schema/special/special-types.ts'
export { Tool } from './schema/special/tool.ts'
export { ToolCall } from './schema/special/tool-call.ts'
export { ToolCalls } from './schema/special/tool-calls.ts'
export type {
  ToolArguments,
  ToolContext,
  ToolFunction,
  ToolOptions,
} from './schema/special/tool-options.ts'
export type { StandardSchema } from './schema/standard-schema.ts'
// settings
export type { CallOptions } from './settings/call-options.ts'
export type { Callback, CallEnd, CallKind, CallStart } from './settings/callback.ts'
export { configure } from './settings/configure.ts'
export { context } from './settings/context.ts'
export { currentSetting } from './settings/current-setting.ts'
export type { ErrorFacts } from './settings/error-facts.ts'
export { callHistory } from './settings/history/call-history.ts'
export type { CallRecord } from './settings/history/call-record.ts'
export { clearHistory } from './settings/history/call-ring.ts'
export { historyOf } from './settings/history/history-of.ts'
export type { HistoryOptions } from './settings/history/history-options.ts'
export { inspectHistory } from './settings/history/inspect-history.ts'
export type { InspectOptions } from './settings/history/inspect-options.ts'
export type { Settings } from './settings/settings.ts'
export { collectSpans } from './settings/spans/collect-spans.ts'
export type { CollectSpansOptions } from './settings/spans/collect-spans-options.ts'
export { type FormatSpansOptions, formatSpans } from './settings/spans/format-spans.ts'
export type { TraceSpan } from './settings/spans/trace-span.ts'
export type {
  FieldEvent,
  PredictorEvent,
  StreamedCall,
  StreamSink,
  WantedOfField,
} from './settings/stream-sink.ts'
export type { TelemetryOptions } from './settings/telemetry/telemetry-options.ts'
export type {
  SpanAttributes,
  TelemetrySpan,
  TelemetryTracer,
} from './settings/telemetry/tracer.ts'
export type { TraceStep } from './settings/trace-step.ts'
export { traced } from './settings/traced.ts'
export { trackUsage } from './settings/track-usage.ts'
export type { UsageSummary, UsageTotals } from './settings/usage-summary.ts'
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
// streaming
export type { DeepPartial } from './streaming/deep-partial.ts'
export type { ListenedEvent, Listening } from './streaming/listened-event.ts'
export type { ProgramFields, ProgramPredictors } from './streaming/program-fields.ts'
export { StatusMessageProvider } from './streaming/status-message-provider.ts'
export type { StatusMessages } from './streaming/status-messages.ts'
export type { StreamEvent } from './streaming/stream-event.ts'
export type { AnyStreamListener, StreamListener } from './streaming/stream-listener.ts'
export { type ProgramStream, streamify } from './streaming/streamify.ts'
export type { StreamifyOptions } from './streaming/streamify-options.ts'
export { fromSSE } from './streaming/web/from-sse.ts'
export type { SentError, SentEvent } from './streaming/web/sent-event.ts'
export type { SSEOptions } from './streaming/web/sse-options.ts'
export { toResponse } from './streaming/web/to-response.ts'
export { toSSE } from './streaming/web/to-sse.ts'
