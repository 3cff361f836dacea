import type { Certificate } from '../../certificate/certificate.ts'
import type { CandidateReport, Disagreement, SelectionReport } from '../../selection-report.ts'

/** A candidate that was certified on 120 examples at $0.25 per 1,000. */
export function candidateReport(changes: Partial<CandidateReport> = {}): CandidateReport {
  const model = changes.model ?? 'test/small'
  return {
    model,
    choice: { self: model },
    evaluated: 120,
    meanScore: 0.9,
    interval: [0.833, 0.942],
    failed: 0,
    costPerExampleUSD: 0.00025,
    warmShare: 0,
    verdict: 'certified',
    evidence: [
      { evaluated: 15, meanScore: 0.93, evidence: 0.2 },
      { evaluated: 52, meanScore: 0.88, evidence: 0.55 },
      { evaluated: 120, meanScore: 0.9, evidence: 1.04 },
    ],
    ...changes,
  }
}

/** What was shown of `test/small`. */
export function certificate(changes: Partial<Certificate> = {}): Certificate {
  return {
    kind: 'devset',
    text: 'On the 1,000 examples of this devset test/small scores at least 0.85 on average.',
    candidate: 'test/small',
    choice: { self: 'test/small' },
    requirement: { floor: 0.85 },
    confidence: 0.95,
    method: 'exact',
    evaluated: 120,
    devsetSize: 1000,
    meanScore: 0.9,
    interval: [0.833, 0.942],
    costPerExampleUSD: 0.00025,
    snapshots: { 'test/small': ['small-2026-02-01'] },
    issuedAt: '2026-03-01',
    expiresAt: '2026-03-31',
    ...changes,
  }
}

/** An example that `test/small` got wrong and `test/large` right. */
export function disagreement(changes: Partial<Disagreement> = {}): Disagreement {
  return {
    index: 17,
    inputs: { question: 'What is nine times nine?' },
    results: {
      'test/small': { score: 0, outputs: { answer: '72' } },
      'test/large': { score: 1, outputs: { answer: '81' } },
    },
    ...changes,
  }
}

/** Three candidates of which `test/small` is certified for a floor of 0.85. */
export function selectionReport(changes: Partial<SelectionReport> = {}): SelectionReport {
  return {
    assignment: 'uniform',
    requirement: { floor: 0.85 },
    choice: { self: 'test/small' },
    chosen: 'test/small',
    certified: true,
    certificate: certificate(),
    candidates: [
      candidateReport({
        model: 'test/nano',
        evaluated: 52,
        meanScore: 0.615,
        interval: [0.48, 0.736],
        failed: 2,
        costPerExampleUSD: 0.00004,
        verdict: 'rejected',
        evidence: [
          { evaluated: 15, meanScore: 0.6, evidence: -0.1 },
          { evaluated: 52, meanScore: 0.615, evidence: -0.6 },
        ],
      }),
      candidateReport(),
      candidateReport({
        model: 'test/large',
        evaluated: 5,
        meanScore: 1,
        interval: [0.566, 1],
        costPerExampleUSD: 0.01,
        verdict: 'not-needed',
        evidence: [],
      }),
    ],
    devsetSize: 1000,
    confidence: 0.95,
    budgetExhausted: false,
    calls: 177,
    costUSD: 0.0821,
    exhaustiveCostUSD: 10.29,
    disagreements: [disagreement()],
    ...changes,
  }
}

const versusLarge = { difference: -0.008, interval: [-0.04, 0.02], wins: 3, losses: 4 } as const

/** The same, but with `test/large` as the reference, to which `test/small` is certified. */
export function referenceReport(changes: Partial<SelectionReport> = {}): SelectionReport {
  const requirement = { reference: 'test/large', tolerance: 0.05 }
  const { candidates, ...rest } = selectionReport()
  const [nano, small, large] = candidates.map((candidate) =>
    candidateReport({ ...candidate, versusReference: versusLarge }),
  )
  const { versusReference: _, ...reference } = candidateReport({ ...large, evaluated: 120 })
  return {
    ...rest,
    requirement,
    reference: 'test/large',
    certificate: certificate({ requirement, referenceCostPerExampleUSD: 0.01 }),
    candidates: [candidateReport(nano), candidateReport(small), reference],
    ...changes,
  }
}
