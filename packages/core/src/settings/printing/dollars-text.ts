const dimeUSD = 0.1

/** US dollars for people: cents, and of a fraction of a dime two digits that say something. */
export function dollarsText(costUSD: number): string {
  return costUSD === 0 || costUSD >= dimeUSD
    ? `$${costUSD.toFixed(2)}`
    : `$${Number(costUSD.toPrecision(2))}`
}
