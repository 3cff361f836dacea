import type { Certificate } from '../certificate/certificate.ts'

/** Why a certificate no longer holds in production; `text` says what to do. */
export type MonitorReason =
  /** There is strong evidence that the scores have fallen below what was certified. */
  | {
      readonly kind: 'score'
      /** Scores until the alarm, and their mean. */
      readonly observed: number
      readonly meanScore: number
      readonly text: string
    }
  /** There is strong evidence that too few are done in time. */
  | { readonly kind: 'latency'; readonly observed: number; readonly text: string }
  /** A model answered that the certificate knows nothing of. */
  | { readonly kind: 'snapshot'; readonly served: string; readonly text: string }
  /** The certificate was used past its date. */
  | { readonly kind: 'expired'; readonly expiresAt: string; readonly text: string }

const choose = 'choose again with CheapestAdequate'

/** The alarm on quality. */
export function scoreReason(
  { requirement }: Certificate,
  { observed, meanScore }: { readonly observed: number; readonly meanScore: number },
): MonitorReason {
  const below =
    'floor' in requirement
      ? `below ${requirement.floor}`
      : `more than ${requirement.tolerance} below that of ${requirement.reference}`
  const fallback = 'floor' in requirement ? 'a better model' : requirement.reference
  const text =
    `The mean score in production has fallen ${below}: the latest of ${count(observed)} sampled scores are too low ` +
    `for chance. Look at the low ones, use ${fallback} meanwhile, and ${choose} on a devset with recent examples.`
  return { kind: 'score', observed, meanScore, text }
}

/** The alarm on speed. */
export function latencyReason(
  { milliseconds, share }: NonNullable<Certificate['latency']>,
  observed: number,
): MonitorReason {
  const text =
    `Less than ${Number((share * 100).toPrecision(3))} % of requests now take at most ${count(milliseconds)} ms: too many ` +
    `of the latest of ${count(observed)} sampled ones were late for chance. See whether the vendor is slow for now, set a ` +
    `timeout with a fallback, or ${choose}.`
  return { kind: 'latency', observed, text }
}

/** The alarm on a model that has not been certified. */
export function snapshotReason({ snapshots }: Certificate, served: string): MonitorReason {
  const known = Object.values(snapshots).flat().join(', ') || 'none'
  const text =
    `${served} answered, and the certificate is about ${known}. Pin the version in the model's name if the vendor ` +
    `has it, or ${choose}: nothing is known of this one.`
  return { kind: 'snapshot', served, text }
}

/** The alarm on the date. */
export function expiryReason({ expiresAt }: Certificate): MonitorReason {
  const text =
    `The certificate expired on ${expiresAt}: inputs, models and prices may have changed. ` +
    `Renew it: ${choose} on a devset with recent examples.`
  return { kind: 'expired', expiresAt, text }
}

function count(number: number): string {
  return number.toLocaleString('en')
}
