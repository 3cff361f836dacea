import type { CandidateReport, SelectionReport } from '../selection-report.ts'

/** One sentence for a selection without a certificate: what was kept, why nothing was certified, and what to do. */
export function uncertifiedText(report: SelectionReport): string {
  if (report.chosen === undefined) {
    return 'Nothing was chosen, since the selection was cut short: run it again, with the same checkpoint where there was one.'
  }
  const kept = report.chosen === report.reference ? 'the reference' : 'the best seen'
  return `Nothing was certified, so ${report.chosen}, ${kept}, was kept: ${reason(report)}.`
}

function reason(report: SelectionReport): string {
  const { budgetExhausted, devsetSize, reference, candidates } = report
  const broken = candidates.find(({ failed, evaluated }) => failed > evaluated / 2)
  if (broken) {
    const { model, failed, evaluated } = broken
    return `${model} failed on ${failed} of ${evaluated} examples; evaluate it alone to see why`
  }
  const others = candidates.filter(({ model }) => model !== reference)
  const undecided = others.filter(({ verdict }) => verdict === 'undecided')
  const rejected = others.filter(({ verdict }) => verdict === 'rejected')
  if (budgetExhausted && undecided.length > 0) {
    return `the budget was used up with ${models(undecided)} undecided; raise it, or try fewer models`
  }
  if (undecided.length > 0) {
    const size = devsetSize.toLocaleString('en')
    return `all ${size} examples of the devset were too little evidence on ${models(undecided)}; add examples, ${ask(report)}, or lower the confidence`
  }
  if (rejected.length > 0) {
    const wanting = report.latency ? 'not good or not fast enough' : 'not good enough'
    return `${models(rejected)} ${rejected.length === 1 ? 'was' : 'were'} ${wanting}; add stronger models, or ${ask(report)}`
  }
  return 'no other model costs less; add cheaper ones'
}

function models(candidates: readonly CandidateReport[]): string {
  const [only] = candidates
  return only && candidates.length === 1
    ? only.model
    : `${candidates.length.toLocaleString('en')} models`
}

function ask({ requirement, latency }: SelectionReport): string {
  const quality = 'floor' in requirement ? 'lower the floor' : 'allow a larger tolerance'
  return latency ? `${quality}, or allow more milliseconds` : quality
}
