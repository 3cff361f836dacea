import type { Comparison } from './measure.ts'
import type { RacedComparison } from './raced.ts'
import { racesReport, report } from './report.ts'

/** What a page tells of a measurement. */
export interface PageContents {
  readonly comparison: Comparison
  readonly races: readonly RacedComparison[]
  readonly seeds: number
  /** Such as `2026-11-21`. */
  readonly date: string
}

/** The figures of one world as a page of the docs; the plot stands beside it. */
export function page({ comparison, races, seeds, date }: PageContents): string {
  const { world } = comparison
  return [
    `# The world \`${world}\``,
    '',
    '**A simulation: no evidence about real LMs.** Made by `pnpm worlds`; do not edit.',
    '',
    `${date}, Node ${process.version}, ${seeds} seeds, each a world of its own with 60 training, 60 validation and 200 held-out rows. Scores`,
    'are held-out; intervals are of 95 %, over seeds, and differences are paired by seed. Budgets are LM calls in all. The last',
    'two columns are gains where there is nothing to learn: every label from another row, or feedback of random words.',
    '',
    `![Held-out score against spend](${world}.svg)`,
    '',
    report(comparison),
    '',
    'Races, and replies that are shared, beside full validation with neither; the calls of the first decide the limit of the last.',
    '',
    racesReport(world, races),
    '',
  ].join('\n')
}
