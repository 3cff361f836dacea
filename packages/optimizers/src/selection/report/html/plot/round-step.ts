// What rounding may add to a quotient.
const tolerance = 1e-9

/** The least of … 0.1, 0.2, 0.5, 1, 2, 5, 10 … of which at most so many fit into a span. */
export function roundStep(span: number, most: number): number {
  const decade = 10 ** Math.floor(Math.log10(span / most))
  const step = [1, 2, 5].find((mantissa) => span / (mantissa * decade) <= most + tolerance)
  return (step ?? 10) * decade
}
