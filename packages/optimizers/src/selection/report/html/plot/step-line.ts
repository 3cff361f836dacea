/** A point of a plot, in pixels. */
export interface PlotPoint {
  readonly x: number
  readonly y: number
}

/**
 * What is best at each price, as an SVG path: from the cheapest point to the right, and up wherever a dearer one is
 * better. Undefined without points.
 */
export function stepLine(points: readonly PlotPoint[], right: number): string | undefined {
  const sorted = points.toSorted((one, other) => one.x - other.x || one.y - other.y)
  const front: PlotPoint[] = []
  for (const point of sorted) {
    const best = front.at(-1)
    // y grows downwards.
    if (best === undefined || point.y < best.y) front.push(point)
  }
  const [first, ...rest] = front.map(({ x, y }) => ({ x: x.toFixed(1), y: y.toFixed(1) }))
  if (first === undefined) return undefined
  const steps = rest.map(({ x, y }) => `H${x}V${y}`)
  return `M${first.x} ${first.y}${steps.join('')}H${right}`
}
