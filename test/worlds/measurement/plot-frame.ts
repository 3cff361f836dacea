/** The picture in pixels, and the room around the plot. */
export const frame = { width: 860, height: 460, left: 64, right: 190, top: 48, bottom: 58 }

/** Where values stand in the picture. */
export interface Scales {
  readonly mostUSD: number
  x(usd: number): number
  y(score: number): number
}

const scoreTicks = [0, 0.2, 0.4, 0.6, 0.8, 1]

/** Both axes with their ticks, and a grid for the scores. */
export function axes({ mostUSD, x, y }: Scales): string {
  const bottom = y(0)
  const right = frame.width - frame.right
  return [
    ...scoreTicks.map(
      (tick) =>
        `<line class="grid" x1="${frame.left}" x2="${right}" y1="${y(tick)}" y2="${y(tick)}"/>` +
        `<text class="quiet" text-anchor="end" x="${frame.left - 8}" y="${y(tick) + 4}">${tick}</text>`,
    ),
    `<line class="axis" x1="${frame.left}" x2="${right}" y1="${bottom}" y2="${bottom}"/>`,
    ...ticks(mostUSD).map(
      (tick) =>
        `<line class="axis" x1="${round(x(tick))}" x2="${round(x(tick))}" y1="${bottom}" y2="${bottom + 5}"/>` +
        `<text class="quiet" text-anchor="middle" x="${round(x(tick))}" y="${bottom + 20}">$${Number(tick.toPrecision(3))}</text>`,
    ),
    `<text class="quiet" text-anchor="middle" x="${(frame.left + right) / 2}" y="${bottom + 42}">US dollars spent on compiling, mean over seeds, on a square-root scale</text>`,
    `<text class="quiet" text-anchor="middle" transform="rotate(-90)" x="${-(frame.top + bottom) / 2}" y="20">held-out score, mean and 95 % interval</text>`,
  ].join('\n')
}

/** A score to compare with, as a line across the plot. */
export function referenceLine(score: number, { y }: Scales): string {
  const height = round(y(score))
  return `<line class="reference" x1="${frame.left}" x2="${frame.width - frame.right}" y1="${height}" y2="${height}"/>`
}

/** What a line to compare with means; on the side of it where the points are not. */
export function referenceLabel(
  { label, score, above }: { label: string; score: number; above: boolean },
  { y }: Scales,
): string {
  const height = round(y(score) + (above ? -6 : 16))
  return `<text class="quiet halo" text-anchor="end" x="${frame.width - frame.right - 12}" y="${height}">${label}</text>`
}

/** A number of pixels, short to write. */
export function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}

/** 0, and the numbers 1 and 5 of each power of ten that stand far enough from it. */
function ticks(most: number): number[] {
  const power = Math.floor(Math.log10(most))
  const powers = [power - 2, power - 1, power].map((exponent) => 10 ** exponent)
  const round = powers.flatMap((unit) => [unit, 5 * unit])
  return [0, ...round.filter((tick) => tick <= most && tick > most / 150)]
}
