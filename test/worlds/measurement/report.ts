import type { Comparison, Measurement } from './measure.ts'
import type { Summary } from './summary.ts'

/** A comparison as a Markdown table: held-out gains with their 95 % intervals, and what they cost. */
export function report({ world, seedProgram, oracleProgram, measurements }: Comparison): string {
  return [
    `## ${world}`,
    '',
    `Held-out score before ${fixed(seedProgram.mean)}, with every rule stated ${fixed(oracleProgram.mean)}.`,
    '',
    '| optimizer | budget | score | gain | 95 % interval | calls | US dollars |',
    '|---|---:|---:|---:|---|---:|---:|',
    ...measurements.map(row),
  ].join('\n')
}

function row({ contender, budget, score, gain, calls, costUSD }: Measurement): string {
  const cells = [
    contender,
    budgetText(budget),
    fixed(score.mean),
    fixed(gain.mean),
    interval(gain),
    calls.mean.toFixed(0),
    costUSD.mean.toFixed(4),
  ]
  return `| ${cells.join(' | ')} |`
}

function budgetText({ calls, usd }: Measurement['budget']): string {
  const limits = [
    ...(calls === undefined ? [] : [`${calls} calls`]),
    ...(usd === undefined ? [] : [`$${usd}`]),
  ]
  return limits.join(', ')
}

function interval({ low, high }: Summary): string {
  return `${fixed(low)} to ${fixed(high)}`
}

function fixed(value: number): string {
  return value.toFixed(3)
}
