import { StateError } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import {
  candidateReport,
  referenceReport,
  selectionReport,
} from '../__fixtures__/selection-report.ts'
import { selectionTable } from '../selection-table.ts'
import { selectionFromJSON } from './selection-from-json.ts'
import { selectionToJSON } from './selection-to-json.ts'

function damaged(change: (report: Record<string, unknown>) => void): string {
  const saved = JSON.parse(selectionToJSON(referenceReport()))
  change(saved.report)
  return JSON.stringify(saved)
}

function refusal(text: string): StateError {
  try {
    selectionFromJSON(text)
  } catch (error) {
    if (StateError.is(error)) return error
  }
  throw new Error('it was not refused')
}

describe('selectionToJSON and selectionFromJSON', () => {
  it.each([
    selectionReport(),
    referenceReport({ latency: { milliseconds: 500, share: 0.95 } }),
    selectionReport({ candidates: [candidateReport({ latency: { median: 1, p95: 2 } })] }),
  ])('bring back the whole report', (report) => {
    const read = selectionFromJSON(selectionToJSON(report))
    expect(read).toEqual(report)
    expect(selectionTable(read)).toBe(selectionTable(report))
    expect(selectionToJSON(read)).toBe(selectionToJSON(report))
  })

  it('say what they are', () => {
    expect(JSON.parse(selectionToJSON(selectionReport()))).toMatchObject({
      format: 'ockham-selection',
      version: 1,
    })
  })

  it.each([
    '',
    '{"format": "ockham-sel',
    'null',
    '[]',
    '"text"',
    '{}',
    '{"format":"ockham-checkpoint","version":1}',
  ])('refuse what is no saved selection: %s', (text) => {
    expect(() => selectionFromJSON(text)).toThrow(StateError)
  })

  it('refuse another version, and name it', () => {
    const text = JSON.stringify({ format: 'ockham-selection', version: 2, report: {} })
    expect(() => selectionFromJSON(text)).toThrow(/as version 2, and only version 1 can be read/)
  })

  it.each<[string, (report: Record<string, unknown>) => void]>([
    ['report.devsetSize is not a number', (report) => delete report['devsetSize']],
    ['report.certified is not true or false', (report) => (report['certified'] = 'yes')],
    ['report.assignment is not one of uniform', (report) => (report['assignment'] = 'x')],
    ['report.candidates is not a list', (report) => (report['candidates'] = {})],
    ['report.candidates[0] is not an object', (report) => (report['candidates'] = [null])],
    ['report.candidates[0].verdict is not one of', (report) => (report['candidates'] = [{}])],
    ['report.requirement.floor is not a number', (report) => (report['requirement'] = {})],
    ['report.choice.self is not a text', (report) => (report['choice'] = { self: 1 })],
    ['report.certificate.kind is not one of', (report) => (report['certificate'] = {})],
    ['report.disagreements[0].results is not an', (report) => (report['disagreements'] = [{}])],
  ])('tell what is damaged: %s', (difference, change) => {
    const { differences } = refusal(damaged(change))
    expect(differences.some((one) => one.startsWith(difference))).toBe(true)
  })

  it('refuse an interval of one end', () => {
    const text = selectionToJSON(
      selectionReport({ candidates: [candidateReport()], disagreements: [] }),
    ).replaceAll(/"interval": \[\s*([\d.]+),\s*[\d.]+\s*\]/g, '"interval": [$1]')
    expect(refusal(text).message).toContain('does not hold two numbers')
  })

  it('tell ten differences of many', () => {
    const text = damaged((report) => (report['candidates'] = Array.from({ length: 99 }, () => 0)))
    expect(refusal(text).differences).toHaveLength(10)
  })
})
