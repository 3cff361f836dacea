import type {
  CandidateReport,
  Disagreement,
  EvidencePoint,
  LatencyReport,
  PromptReport,
  ReferenceComparison,
  RowResult,
  SelectionReport,
} from '../../selection-report.ts'
import { certificateShape, latencyLimitShape, requirementShape } from './certificate-shape.ts'
import {
  anyShape,
  booleanShape,
  listOf,
  nullable,
  numberShape,
  objectOf,
  oneOf,
  optional,
  pairShape,
  recordOf,
  type Shape,
  textShape,
} from './shape.ts'

const candidate = objectOf<CandidateReport>({
  model: textShape,
  choice: recordOf(textShape),
  evaluated: numberShape,
  meanScore: numberShape,
  interval: pairShape,
  failed: numberShape,
  costPerExampleUSD: nullable(numberShape),
  versusReference: optional(
    objectOf<ReferenceComparison>({
      difference: numberShape,
      interval: pairShape,
      wins: numberShape,
      losses: numberShape,
    }),
  ),
  latency: optional(objectOf<LatencyReport>({ median: numberShape, p95: numberShape })),
  warmShare: numberShape,
  verdict: oneOf('certified', 'rejected', 'undecided', 'not-needed'),
  evidence: listOf(
    objectOf<EvidencePoint>({
      evaluated: numberShape,
      meanScore: numberShape,
      evidence: numberShape,
    }),
  ),
})

const disagreement = objectOf<Disagreement>({
  index: numberShape,
  inputs: recordOf(anyShape),
  results: recordOf(
    objectOf<RowResult>({
      score: numberShape,
      outputs: optional(recordOf(anyShape)),
      error: optional(textShape),
    }),
  ),
})

/** A report of a selection as JSON holds it. */
export const reportShape: Shape<SelectionReport> = objectOf<SelectionReport>({
  assignment: oneOf('uniform', 'per-predictor', 'cascade', 'joint'),
  requirement: requirementShape,
  latency: optional(latencyLimitShape),
  reference: optional(textShape),
  choice: recordOf(textShape),
  chosen: optional(textShape),
  certified: booleanShape,
  certificate: optional(certificateShape),
  candidates: listOf(candidate),
  prompts: optional(
    listOf(
      objectOf<PromptReport>({
        name: textShape,
        calls: numberShape,
        costUSD: nullable(numberShape),
        error: optional(textShape),
      }),
    ),
  ),
  devsetSize: numberShape,
  confidence: numberShape,
  budgetExhausted: booleanShape,
  calls: numberShape,
  costUSD: nullable(numberShape),
  exhaustiveCostUSD: nullable(numberShape),
  disagreements: listOf(disagreement),
})
