import { percentText } from '../report/percent-text.ts'
import type { Certificate } from './certificate.ts'

/** A certificate in one sentence: what holds, where, how sure that is, what it rests on, and for how long. */
export function certificateText(certificate: Omit<Certificate, 'text'>): string {
  const { candidate, confidence, method, evaluated, meanScore, issuedAt, expiresAt } = certificate
  const certainty = `with ${percentText(confidence)} confidence${method === 'approximate' ? ' (approximate)' : ''}`
  const run = evaluated === certificate.devsetSize ? 'all' : evaluated.toLocaleString('en')
  const rests = `${run} were run, with a mean of ${meanScore.toFixed(3)}`
  const dates = `issued ${issuedAt}, expires ${expiresAt}`
  return (
    `${scope(certificate)}, ${certainty}, ${candidate} scores ${wanted(certificate)}` +
    `${inTime(certificate)}${price(certificate)}; ${rests}; ${dates}.`
  )
}

function scope({ kind, devsetSize }: Omit<Certificate, 'text'>): string {
  const size = devsetSize.toLocaleString('en')
  if (kind === 'devset') return `On the ${size} examples of this devset, and no others`
  return `On future examples like the ${size} of the devset`
}

function wanted({ requirement }: Omit<Certificate, 'text'>): string {
  if ('floor' in requirement) return `at least ${requirement.floor} on average`
  const { reference, tolerance } = requirement
  return `at most ${tolerance} below ${reference} on average`
}

function inTime({ latency }: Omit<Certificate, 'text'>): string {
  if (!latency) return ''
  return `, takes at most ${latency.milliseconds.toLocaleString('en')} ms on ${percentText(latency.share)} of them`
}

function price(certificate: Omit<Certificate, 'text'>): string {
  const { costPerExampleUSD: cost, referenceCostPerExampleUSD: reference } = certificate
  if (cost === null) return ''
  const thousand = `, and costs $${Number((cost * 1000).toPrecision(3))} per 1,000`
  if (!reference) return thousand
  return `${thousand}, ${percentText(cost / reference)} of the reference's price`
}
