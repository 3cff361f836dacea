import { scoreInterval } from '@ockham/core'
import type { CandidateRun } from '../candidate-run.ts'
import type { Selection } from '../selection.ts'
import type { Certificate } from './certificate.ts'
import { certificateText } from './certificate-text.ts'
import { requirementOf } from './requirement-of.ts'
import { snapshotsOf } from './snapshots-of.ts'

const day = 24 * 60 * 60 * 1000

/** What was shown of a candidate that was certified. */
export function issueCertificate<Gold extends object, Outputs extends object>(
  { proposal, rows, meanScore, costPerExampleUSD }: CandidateRun<Gold, Outputs>,
  { options, data, reference }: Selection<Gold, Outputs>,
  date: Date,
): Certificate {
  const { certificate, confidence, method, latency, validDays } = options
  const stated = {
    kind: certificate,
    candidate: proposal.name,
    choice: proposal.choice,
    requirement: requirementOf(options.requirement),
    ...(latency ? { latency } : {}),
    confidence,
    method,
    evaluated: rows.length,
    devsetSize: data.order.length,
    meanScore,
    interval: scoreInterval(meanScore, rows.length),
    costPerExampleUSD,
    ...(reference ? { referenceCostPerExampleUSD: reference.costPerExampleUSD } : {}),
    snapshots: snapshotsOf(rows),
    issuedAt: isoDate(date),
    expiresAt: isoDate(new Date(date.getTime() + validDays * day)),
  }
  return { ...stated, text: certificateText(stated) }
}

function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10)
}
