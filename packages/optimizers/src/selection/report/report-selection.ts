import { scoreInterval } from '@ockham/core'
import type { CompileRun } from '../../run/compile-run.ts'
import type { CandidateRun } from '../candidate-run.ts'
import { issueCertificate } from '../certificate/issue-certificate.ts'
import { requirementOf } from '../certificate/requirement-of.ts'
import type { Choice, Selection } from '../selection.ts'
import type { CandidateReport, LatencyReport, SelectionReport } from '../selection-report.ts'
import { disagreementsOf } from './disagreements.ts'
import { versusReference } from './versus-reference.ts'

/** What a selection has come to, and when. */
export interface SelectionOutcome<Gold extends object, Outputs extends object> {
  /** Absent while nothing is chosen. */
  readonly choice: Choice<Gold, Outputs> | undefined
  /** As it was given: rows are told by their place in it. */
  readonly devset: readonly Gold[]
  readonly date: Date
}

/** The report of a selection, also of one that was cut short. */
export function reportSelection<Gold extends object, Outputs extends object>(
  selection: Selection<Gold, Outputs>,
  run: CompileRun<Gold, Outputs>,
  { choice, devset, date }: SelectionOutcome<Gold, Outputs>,
): SelectionReport {
  const { candidates, reference, options, data, prompts } = selection
  const all = [...candidates, ...(reference ? [reference] : [])]
  const chosen = choice?.candidate
  return {
    assignment: options.assignment,
    requirement: requirementOf(options.requirement),
    ...(options.latency ? { latency: options.latency } : {}),
    ...(reference ? { reference: reference.name } : {}),
    choice: chosen?.proposal.choice ?? {},
    ...(chosen ? { chosen: chosen.name } : {}),
    certified: choice?.certified ?? false,
    ...(choice?.certified
      ? { certificate: issueCertificate(choice.candidate, selection, date) }
      : {}),
    candidates: all.map((candidate) => reportCandidate(candidate, selection)),
    ...(prompts.length > 0 ? { prompts } : {}),
    devsetSize: data.order.length,
    confidence: options.confidence,
    budgetExhausted: run.isOver,
    calls: run.spent.calls,
    costUSD: run.spent.costUSD,
    exhaustiveCostUSD: exhaustiveCost(paidFor(all, selection), data.order.length),
    disagreements: chosen ? disagreementsOf(chosen, { all, reference, data, devset }) : [],
  }
}

function reportCandidate<Gold extends object, Outputs extends object>(
  candidate: CandidateRun<Gold, Outputs>,
  { reference, options, data }: Selection<Gold, Outputs>,
): CandidateReport {
  const { name, proposal, rows, meanScore, costPerExampleUSD, evidence } = candidate
  // Only where it was asked for, since nothing else of a report changes from run to run.
  const latency = options.latency && latencyOf(candidate)
  const versus = reference && versusReference(candidate, reference, data.order)
  return {
    model: name,
    choice: proposal.choice,
    evaluated: rows.length,
    meanScore,
    interval: rows.length === 0 ? [0, 1] : scoreInterval(meanScore, rows.length),
    failed: rows.filter(({ error }) => error !== undefined).length,
    costPerExampleUSD,
    ...(versus ? { versusReference: versus } : {}),
    ...(latency ? { latency } : {}),
    warmShare: warmShare(candidate),
    verdict: candidate.verdict ?? (candidate === reference ? 'not-needed' : 'undecided'),
    evidence,
  }
}

function latencyOf<Gold extends object, Outputs extends object>({
  rows,
}: CandidateRun<Gold, Outputs>): LatencyReport | undefined {
  const durations = rows.flatMap(({ durationMs }) => durationMs ?? []).toSorted((a, b) => a - b)
  const at = (share: number): number | undefined =>
    durations[Math.ceil(share * durations.length) - 1]
  const [median, p95] = [at(0.5), at(0.95)]
  return median === undefined || p95 === undefined ? undefined : { median, p95 }
}

function warmShare<Gold extends object, Outputs extends object>({
  rows,
}: CandidateRun<Gold, Outputs>): number {
  const calls = rows.flatMap(({ calls }) => calls)
  const warm = calls.filter((call) => call.warm === true).length
  return calls.length === 0 ? 0 : warm / calls.length
}

/** A cascade takes the replies of its models alone, so with all of those it costs nothing more. */
function paidFor<Gold extends object, Outputs extends object>(
  all: readonly CandidateRun<Gold, Outputs>[],
  { options, reference }: Selection<Gold, Outputs>,
): readonly CandidateRun<Gold, Outputs>[] {
  if (options.assignment !== 'cascade') return all
  const names = options.models.map(({ model }) => model)
  return all.filter((candidate) => candidate === reference || names.includes(candidate.name))
}

function exhaustiveCost<Gold extends object, Outputs extends object>(
  candidates: readonly CandidateRun<Gold, Outputs>[],
  devsetSize: number,
): number | null {
  return candidates.reduce<number | null>((sum, { costPerExampleUSD }) => {
    return sum === null || costPerExampleUSD === null ? null : sum + costPerExampleUSD * devsetSize
  }, 0)
}
