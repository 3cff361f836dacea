import { dollarsText } from '../../settings/printing/dollars-text.ts'
import { durationText } from '../../settings/printing/duration-text.ts'
import type { UsageSummary } from '../../settings/usage-summary.ts'
import type { EvaluationResult } from '../evaluation-result.ts'
import { htmlText } from './html-text.ts'

/** The figures of an evaluation as HTML. */
export function reportSummary(
  { score, interval, rows, usage, metricUsage, durationMs }: EvaluationResult<object, object>,
  passing: number,
): string {
  const [low, high] = interval
  const errors = rows.filter(({ error }) => error !== undefined).length
  const figures: [name: string, value: string][] = [
    ['Score', `${score.toFixed(3)} (95 % interval ${low.toFixed(3)} to ${high.toFixed(3)})`],
    [
      'Rows',
      `${rows.length}: ${passing} passing, ${rows.length - passing} failing, of these ${errors} with an error`,
    ],
    ['Program', usedText(usage)],
    ...(metricUsage.calls > 0 ? [['Metric', usedText(metricUsage)] as [string, string]] : []),
    ['Time', durationText(durationMs)],
  ]
  const lines = figures.map(([name, value]) => `<dt>${name}</dt><dd>${htmlText(value)}</dd>`)
  return `<dl class="figures">${lines.join('')}</dl>`
}

function usedText({
  calls,
  inputTokens,
  outputTokens,
  costUSD,
  unpricedCalls,
  byModel,
}: UsageSummary): string {
  const unpriced = unpricedCalls > 0 ? ` and ${unpricedCalls} calls of unknown price` : ''
  const models = Object.keys(byModel).join(', ')
  const cost = `${dollarsText(costUSD)}${unpriced}`
  return [cost, `${calls} calls`, `${inputTokens} tokens in`, `${outputTokens} out`, models]
    .filter((text) => text !== '')
    .join(', ')
}
