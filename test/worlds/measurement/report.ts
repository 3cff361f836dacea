import type { Comparison, Measurement } from './measure.ts'
import type { RacedComparison } from './raced.ts'
import type { Summary } from './summary.ts'

/** A comparison as a Markdown table: held-out gains with their 95 % intervals, what they cost, and the controls. */
export function report({ world, seedProgram, oracleProgram, measurements }: Comparison): string {
  return [
    `Held-out score before ${fixed(seedProgram.mean)}, with every rule stated ${fixed(oracleProgram.mean)}.`,
    '',
    `| world \`${world}\` | budget | score | gain | more than random edits | calls | US dollars | labels shuffled | feedback scrambled |`,
    '|---|---:|---:|---|---|---:|---:|---|---|',
    ...measurements.map(row),
  ].join('\n')
}

/** Races beside full validation, as a Markdown table. */
export function racesReport(world: string, rows: readonly RacedComparison[]): string {
  return [
    `| world \`${world}\` | full validation | calls | raced | calls | difference | raced, half of the calls | calls | difference |`,
    '|---|---:|---:|---:|---:|---|---:|---:|---|',
    ...rows.map(({ name, faithful, raced, half }) =>
      cells([
        name,
        fixed(faithful.score.mean),
        faithful.calls.mean.toFixed(0),
        ...[raced, half].flatMap(({ score, calls, difference }) => [
          fixed(score.mean),
          calls.mean.toFixed(0),
          interval(difference),
        ]),
      ]),
    ),
  ].join('\n')
}

function row(measurement: Measurement): string {
  const { contender, budget, score, gain, overControl, calls, costUSD, spoiledGain } = measurement
  return cells([
    contender,
    `${budget.calls ?? 'none'}`,
    fixed(score.mean),
    interval(gain),
    interval(overControl),
    calls.mean.toFixed(0),
    costUSD.mean.toFixed(3),
    spoiledGain.labels ? interval(spoiledGain.labels) : '',
    spoiledGain.feedback ? interval(spoiledGain.feedback) : '',
  ])
}

function cells(texts: readonly string[]): string {
  return `| ${texts.join(' | ')} |`
}

function interval({ mean, low, high }: Summary): string {
  return `${fixed(mean)} (${fixed(low)} to ${fixed(high)})`
}

function fixed(value: number): string {
  return value.toFixed(3)
}
