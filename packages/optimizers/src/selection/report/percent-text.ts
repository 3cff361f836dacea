/** A part of a whole for people, with three digits that say something. */
export function percentText(part: number): string {
  return `${Number((part * 100).toPrecision(3)).toLocaleString('en', { maximumSignificantDigits: 3 })} %`
}
