const dimeUSD = 0.1

/** US dollars for people: cents, and of a fraction of a dime two digits that say something. */
export function dollarsText(costUSD: number): string {
  const digits =
    costUSD === 0 || costUSD >= dimeUSD
      ? { minimumFractionDigits: 2, maximumFractionDigits: 2 }
      : { maximumSignificantDigits: 2 }
  return `$${costUSD.toLocaleString('en', digits)}`
}
