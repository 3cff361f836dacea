import type { LMResponse } from '../lm/lm-response.ts'
import type { UsageSummary, UsageTotals } from './usage-summary.ts'

/** What the ledger reads of a reply: of an LM, or of an embedding model. */
type CountedReply = Pick<LMResponse, 'model' | 'usage' | 'costUSD' | 'cached'>

/** Adds up calls of models; every entry also counts for the ledgers around this one. */
export class UsageLedger {
  private readonly parent: UsageLedger | undefined
  private readonly totals = emptyTotals()
  private readonly models = new Map<string, UsageTotals>()
  private cachedCalls = 0
  private lastModel = ''

  constructor(parent?: UsageLedger) {
    this.parent = parent
  }

  /** Counts one reply. */
  record(response: CountedReply): void {
    add(this.totals, response)
    const model = this.models.get(response.model) ?? emptyTotals()
    this.models.set(response.model, model)
    add(model, response)
    if (response.cached === true) this.cachedCalls += 1
    this.lastModel = response.model
    this.parent?.record(response)
  }

  /** A copy of the sums so far. */
  summary(): UsageSummary {
    const byModel = Object.fromEntries([...this.models].map(([name, sums]) => [name, { ...sums }]))
    return {
      ...this.totals,
      byModel,
      cachedCalls: this.cachedCalls,
      lastModel: this.lastModel,
    }
  }
}

function emptyTotals(): UsageTotals {
  return { calls: 0, inputTokens: 0, outputTokens: 0, costUSD: 0, unpricedCalls: 0 }
}

function add(totals: UsageTotals, response: CountedReply): void {
  totals.calls += 1
  totals.inputTokens += response.usage.inputTokens
  totals.outputTokens += response.usage.outputTokens
  if (typeof response.costUSD === 'number') totals.costUSD += response.costUSD
  else totals.unpricedCalls += 1
}
