import { alignedColumns } from '../aligned-columns.ts'
import type { ComparedModel, ModelComparison } from './model-comparison.ts'

const headings = [
  'model',
  'score',
  '95 % interval',
  'against the first',
  'won',
  'lost',
  '$ per 1,000',
  'median ms',
]

/** Models side by side as lines of text: score, price, and the paired difference from the first with its 95 % interval. */
export function modelComparisonTable<Gold extends object, Outputs extends object>({
  models,
}: ModelComparison<Gold, Outputs>): string {
  return alignedColumns([headings, ...models.map(cells)])
}

function cells<Gold extends object, Outputs extends object>({
  model,
  evaluation: { score, interval },
  versusFirst,
  costPerExampleUSD,
  medianDurationMs,
}: ComparedModel<Gold, Outputs>): string[] {
  const difference = versusFirst
    ? `${signed(versusFirst.difference)} (${versusFirst.interval.map(signed).join(' to ')})`
    : ''
  return [
    model,
    score.toFixed(3),
    interval.map((end) => end.toFixed(3)).join(' to '),
    difference,
    versusFirst ? String(versusFirst.wins) : '',
    versusFirst ? String(versusFirst.losses) : '',
    costPerExampleUSD === null ? 'not known' : (costPerExampleUSD * 1000).toFixed(3),
    medianDurationMs.toFixed(0),
  ]
}

function signed(value: number): string {
  return `${value < 0 ? '' : '+'}${value.toFixed(3)}`
}
