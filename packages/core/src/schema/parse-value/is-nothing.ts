const nothings = new Set(['', 'none', 'null', 'nil', 'n/a', 'na', 'undefined', 'not applicable'])

/** Whether a text says that there is no value. */
export function isNothing(text: string): boolean {
  return nothings.has(text.trim().replace(/\.$/, '').toLowerCase())
}
