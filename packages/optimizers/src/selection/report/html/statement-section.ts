import { htmlText } from '@ockham/core'
import type { Certificate } from '../../certificate/certificate.ts'
import type { SelectionReport } from '../../selection-report.ts'
import { percentText } from '../percent-text.ts'
import { uncertifiedText } from '../uncertified-text.ts'

const meanings = {
  devset:
    'It is about these examples, as if all of them had been run, and says nothing of other data.',
  population:
    'It is about examples yet to come as long as they are like those of the devset; on other data, or with another prompt, metric or model, it says nothing.',
}
const approximate =
  ' Its confidence is approximate: it holds as far as means of scores are normal, and means of scores that rarely fail are not.'

/** What was certified, in a sentence, with what that means; or why nothing was. */
export function statementSection(report: SelectionReport): string {
  const { certificate } = report
  if (certificate === undefined) {
    return statement('open', 'Not certified', [uncertifiedText(report)]) + facts(openFacts(report))
  }
  const meaning =
    meanings[certificate.kind] + (certificate.method === 'approximate' ? approximate : '')
  return (
    statement('certified', 'Certified', [certificate.text, meaning]) +
    facts([...openFacts(report), ...certifiedFacts(certificate)])
  )
}

function statement(kind: string, badge: string, [sentence = '', note]: readonly string[]): string {
  const more = note === undefined ? '' : `<p class="note">${htmlText(note)}</p>`
  return `<div class="statement ${kind}"><div class="badge">${badge}</div><p class="sentence">${htmlText(sentence)}</p>${more}</div>\n`
}

type Fact = readonly [name: string, value: string]

function openFacts({ chosen, choice, requirement, latency, confidence }: SelectionReport): Fact[] {
  const adequate =
    'floor' in requirement
      ? `a mean score of at least ${requirement.floor}`
      : `a mean score at most ${requirement.tolerance} below ${requirement.reference}`
  const inTime = latency
    ? `, and at most ${latency.milliseconds.toLocaleString('en')} ms on ${percentText(latency.share)} of the examples`
    : ''
  const asked = Object.entries(choice).map(([path, name]) => `${path}: ${name}`)
  return [
    ['Chosen', chosen ?? 'nothing'],
    ...(asked.length > 1 ? [['Predictors ask', asked.join('\n')] as const] : []),
    ['Adequate is', adequate + inTime],
    ['Confidence', percentText(confidence)],
  ]
}

function certifiedFacts({ snapshots, issuedAt, expiresAt }: Certificate): Fact[] {
  const answered = Object.entries(snapshots).map(([asked, served]) =>
    served.length === 1 && served[0] === asked ? asked : `${asked}: ${served.join(', ')}`,
  )
  return [
    ...(answered.length > 0 ? [['Models that answered', answered.join('\n')] as const] : []),
    ['Issued', issuedAt],
    ['Expires', expiresAt],
  ]
}

function facts(all: readonly Fact[]): string {
  const lines = all.map(
    ([name, value]) => `<dt>${name}</dt><dd class="value">${htmlText(value)}</dd>`,
  )
  return `<dl>${lines.join('')}</dl>\n`
}
