import { expect, it } from 'vitest'
import { selectionTable } from './selection-table.ts'

it('puts a line for each candidate under headings, in columns', () => {
  const report = {
    assignment: 'uniform',
    exhaustiveCostUSD: null,
    disagreements: [],
    choice: { self: 'test/small' },
    devsetSize: 40,
    confidence: 0.95,
    certified: true,
    budgetExhausted: false,
    calls: 10,
    costUSD: 1,
    candidates: [
      {
        model: 'test/small',
        choice: { self: 'test/small' },
        warmShare: 0,
        evidence: [],
        evaluated: 40,
        failed: 0,
        meanScore: 0.9,
        interval: [0.77, 0.96],
        costPerExampleUSD: 0.00025,
        verdict: 'certified',
      },
      {
        model: 'test/x',
        choice: { self: 'test/x' },
        warmShare: 0,
        evidence: [],
        evaluated: 5,
        failed: 0,
        meanScore: 1,
        interval: [0.57, 1],
        costPerExampleUSD: null,
        verdict: 'not-needed',
      },
    ],
  } as const
  expect(selectionTable(report)).toBe(
    [
      'model       score  95 % interval   examples run  $ per 1,000  verdict',
      'test/small  0.900  0.770 to 0.960  40            0.250        certified',
      'test/x      1.000  0.570 to 1.000  5             not known    not-needed',
    ].join('\n'),
  )
})
