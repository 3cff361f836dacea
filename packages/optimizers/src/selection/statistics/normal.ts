const seriesEnd = 3
const fractionDepth = 60

/** The density of the standard normal distribution. */
export function normalDensity(x: number): number {
  return Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI)
}

/**
 * The probability that a standard normal number is above x, to some 14 digits of itself also far out: Marsaglia's
 * series ("Evaluating the normal distribution") near the middle, Laplace's continued fraction beyond.
 */
export function normalTail(x: number): number {
  if (x < 0) return 1 - normalTail(-x)
  return x < seriesEnd ? 0.5 - series(x) : normalDensity(x) / fraction(x)
}

/** The number that a standard normal one is above with this probability. */
export function normalQuantile(tail: number): number {
  if (tail > 0.5) return -normalQuantile(1 - tail)
  let low = 0
  let high = 40
  for (let middle = 20; middle > low && middle < high; middle = (low + high) / 2) {
    if (normalTail(middle) > tail) low = middle
    else high = middle
  }
  return low
}

function series(x: number): number {
  let sum = x
  let term = x
  for (let odd = 3; term > 1e-17 * sum; odd += 2) {
    term *= (x * x) / odd
    sum += term
  }
  return normalDensity(x) * sum
}

function fraction(x: number): number {
  let value = x
  for (let depth = fractionDepth; depth > 0; depth -= 1) value = x + depth / value
  return value
}
