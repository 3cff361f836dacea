import type { SelectionReport } from '../selection-report.ts'
import { dollarsText } from './dollars-text.ts'
import { percentText } from './percent-text.ts'

/** One sentence: what the selection cost, beside what the whole devset on every candidate would have. */
export function spendText(report: SelectionReport): string {
  const { calls, costUSD, exhaustiveCostUSD, candidates, devsetSize } = report
  const made = `${calls.toLocaleString('en')} LM ${calls === 1 ? 'call was' : 'calls were'} made`
  const all = `running all ${devsetSize.toLocaleString('en')} examples on each of the ${candidates.length} candidates would have cost`
  const spent = costUSD === null ? ', at a price that is not known' : ` for ${dollarsText(costUSD)}`
  if (exhaustiveCostUSD === null) return `${made}${spent}; what ${all} is not known.`
  const whole = `the ${dollarsText(exhaustiveCostUSD)} that ${all}`
  if (costUSD === null || exhaustiveCostUSD === 0) return `${made}${spent}, instead of ${whole}.`
  return `${made}${spent}: ${percentText(costUSD / exhaustiveCostUSD)} of ${whole}.`
}
