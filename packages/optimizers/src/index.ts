// optimizer
export type { CompileControl, Compiled, Optimizer, TrainOptions } from './optimizer.ts'

// budget
export type { CompileBudget } from './budget/compile-budget.ts'

// combine
export { BetterTogether } from './combine/better-together.ts'
export type { BetterTogetherOptions, StepSpend } from './combine/better-together-options.ts'
export type {
  BetterTogetherProgress,
  BetterTogetherReport,
  StepReport,
} from './combine/better-together-report.ts'
export { Ensemble, type EnsembleOptions } from './combine/ensemble.ts'
export type { EnsembleProgram, Reduce } from './combine/ensemble-program.ts'

// copro
export { COPRO } from './copro/copro.ts'
export type { COPROOptions } from './copro/copro-options.ts'

// demos
export { BootstrapFewShot } from './demos/bootstrap-few-shot.ts'
export type { BootstrapFewShotOptions } from './demos/bootstrap-few-shot-options.ts'
export {
  BootstrapFewShotWithRandomSearch,
  BootstrapFewShotWithRandomSearch as BootstrapRS,
  type BootstrapRandomSearchOptions,
} from './demos/bootstrap-random-search.ts'
export type { BootstrapProgress, BootstrapReport } from './demos/bootstrap-report.ts'
export { KNNFewShot } from './demos/knn-few-shot.ts'
export type { KNNFewShotOptions } from './demos/knn-few-shot-options.ts'
export {
  LabeledFewShot,
  type LabeledFewShotOptions,
  type LabeledFewShotReport,
} from './demos/labeled-few-shot.ts'

// estimate
export type { CompilePlan } from './estimate/compile-plan.ts'
export type { CostEstimate, EstimateSample, ExpectedCost } from './estimate/cost-estimate.ts'
export {
  type EstimateOptions,
  estimateCost,
  type PlannedOptimizer,
} from './estimate/estimate-cost.ts'

// finetune
export { BootstrapFinetune } from './finetune/bootstrap-finetune.ts'
export type { BootstrapFinetuneOptions } from './finetune/bootstrap-finetune-options.ts'
export type {
  BootstrapFinetuneReport,
  FinetuneFileReport,
} from './finetune/bootstrap-finetune-report.ts'
export { FinetuneError, type FinetuneErrorOptions } from './finetune/finetune-error.ts'
export type { FinetuneFile } from './finetune/finetune-files.ts'
export type {
  FinetuneControl,
  FinetuneProvider,
  FinetuneRequest,
  FinetuneStatus,
} from './finetune/finetune-provider.ts'
export type { FinetuneMessage, FinetuneRow } from './finetune/finetune-row.ts'
export { type OpenAIFinetuneOptions, openaiFinetune } from './finetune/openai-finetune.ts'

// gepa
export { GEPA } from './gepa/gepa.ts'
export type { GEPAEvent } from './gepa/gepa-event.ts'
export type { GEPAAuto, GEPAOptions, GEPAStop } from './gepa/gepa-options.ts'

// infer-rules
export { InferRules } from './infer-rules/infer-rules.ts'
export type { InferRulesOptions } from './infer-rules/infer-rules-options.ts'

// mipro
export { MIPROv2 } from './mipro/mipro.ts'
export type { MIPROAuto, MIPROv2Options } from './mipro/mipro-options.ts'

// progress
export type { CompileProgress } from './progress/compile-progress.ts'
export {
  type TerminalOutput,
  type TerminalProgressOptions,
  terminalProgress,
} from './progress/terminal-progress.ts'

// run
export type { DataRoles } from './run/data-roles.ts'

// search
export {
  type CandidateSelector,
  currentBestSelector,
  epsilonGreedySelector,
  paretoSelector,
  topParetoSelector,
} from './search/candidate-selector.ts'

// selection
export type {
  CascadeSearchOptions,
  CascadeSignal,
} from './selection/cascade/cascade-search-options.ts'
export type { Certificate, CertifiedRequirement } from './selection/certificate/certificate.ts'
export { CheapestAdequate, type SelectOptions } from './selection/cheapest-adequate.ts'
export type { Assignment, CheapestAdequateOptions } from './selection/cheapest-adequate-options.ts'
export {
  compareModels,
  type CompareModelsOptions,
} from './selection/compare-models/compare-models.ts'
export type { ComparedModel, ModelComparison } from './selection/compare-models/model-comparison.ts'
export { modelComparisonTable } from './selection/compare-models/model-comparison-table.ts'
export {
  CertificateMonitor,
  type CertificateMonitorOptions,
  type MonitorStatus,
} from './selection/monitor/certificate-monitor.ts'
export type { MonitorReason } from './selection/monitor/monitor-reason.ts'
export type { MonitorState } from './selection/monitor/monitor-state.ts'
export type { ProductionScore } from './selection/monitor/production-score.ts'
export {
  type SelectionHTMLOptions,
  selectionToHTML,
} from './selection/report/html/selection-to-html.ts'
export { selectionFromJSON } from './selection/report/json/selection-from-json.ts'
export { selectionToJSON } from './selection/report/json/selection-to-json.ts'
export { selectionTable } from './selection/report/selection-table.ts'
export type { LatencyLimit } from './selection/requirement.ts'
export type {
  CandidateReport,
  Disagreement,
  EvidencePoint,
  LatencyReport,
  PromptReport,
  ReferenceComparison,
  RowResult,
  SelectionProgress,
  SelectionReport,
  Verdict,
} from './selection/selection-report.ts'
export {
  type BettingIntervalOptions,
  bettingInterval,
  pairedBettingInterval,
} from './selection/statistics/betting-interval.ts'
export {
  type BettingBoundOptions,
  bettingLowerBound,
} from './selection/statistics/betting-lower-bound.ts'
export { BettingTest, type BettingTestOptions } from './selection/statistics/betting-test.ts'
export {
  type GroupSequentialDesign,
  type GroupSequentialDesignOptions,
  groupSequentialDesign,
} from './selection/statistics/group-sequential-design.ts'
export {
  GroupSequentialTest,
  type GroupSequentialTestOptions,
} from './selection/statistics/group-sequential-test.ts'
export {
  NonInferiorityTest,
  type NonInferiorityTestOptions,
} from './selection/statistics/non-inferiority-test.ts'
export {
  type DevsetSampleOptions,
  type DevsetSamplePlan,
  planDevsetSample,
} from './selection/statistics/plan-devset-sample.ts'
export {
  planSampleSize,
  type SampleSizeOptions,
  type SampleSizePlan,
} from './selection/statistics/plan-sample-size.ts'
export type { Decision, SequentialTest } from './selection/statistics/sequential-test.ts'

// simba
export { SIMBA } from './simba/simba.ts'
export type { SIMBAOptions } from './simba/simba-options.ts'

// validation
export type { StandingReport } from './validation/leaderboard.ts'
export type { SearchOptions } from './validation/search-options.ts'
export type { SearchProgress, SearchReport, TestReport } from './validation/search-report.ts'
