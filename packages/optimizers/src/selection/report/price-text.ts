const digits = { minimumSignificantDigits: 3, maximumSignificantDigits: 3 }

/** US dollars per 1,000 examples, without a sign, with three digits that say something. */
export function priceText(costPerExampleUSD: number | null): string {
  if (costPerExampleUSD === null) return 'not known'
  return costPerExampleUSD === 0 ? '0' : (costPerExampleUSD * 1000).toLocaleString('en', digits)
}
