// Of a dollar, in units that whole numbers count: what floating point adds up depends on the order.
const unitsPerDollar = 1e18

/** US dollars added up, to the same number in whatever order they come. */
export class DollarSum {
  private units = 0n

  get usd(): number {
    return Number(this.units) / unitsPerDollar
  }

  add(usd: number): void {
    this.units += BigInt(Math.round(usd * unitsPerDollar))
  }
}
