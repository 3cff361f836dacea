/** Whether an integer, written in digits, is still the same once it is a number. */
export function keepsDigits(source: string): boolean {
  const value = Number(source)
  return Number.isSafeInteger(value) || String(value) === source
}
