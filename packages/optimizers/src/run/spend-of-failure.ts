/** LM calls and US dollars; null where a price is not known. */
interface RunSpend {
  readonly calls: number
  readonly costUSD: number | null
}

const spends = new WeakMap<object, RunSpend>()

/** The same error; what the run had used that it ends is remembered, for a budget that the run shares with others. */
export function withSpend(error: unknown, spent: RunSpend): unknown {
  if (typeof error === 'object' && error !== null) spends.set(error, spent)
  return error
}

/** What the run had used that an error has ended; undefined where no run was. */
export function spendOfFailure(error: unknown): RunSpend | undefined {
  return typeof error === 'object' && error !== null ? spends.get(error) : undefined
}
