/** A number as Python's `repr(float)` writes it: `3.0`, `1e-07`, `1e+16`, `nan`. */
export function pythonFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf'
  if (Object.is(value, -0)) return '-0.0'
  const size = Math.abs(value)
  if (size === 0 || (size >= 1e-4 && size < 1e16)) {
    // JavaScript, too, writes these without an exponent: it switches at 1e-7 and 1e21.
    const fixed = String(value)
    return fixed.includes('.') ? fixed : `${fixed}.0`
  }
  // toExponential without an argument gives the shortest digits that round-trip, as Python does.
  const [mantissa = '', exponentText = '0'] = value.toExponential().split('e')
  const exponent = Number(exponentText)
  const sign = exponent < 0 ? '-' : '+'
  return `${mantissa}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`
}
