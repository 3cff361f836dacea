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
  const step = tickStep(mostUSD)
  const usdTicks = Array.from(
    { length: Math.floor(mostUSD / step) + 1 },
    (_, index) => index * step,
  )
  return [
    ...scoreTicks.map(
      (tick) =>
        `<line class="grid" x1="${frame.left}" x2="${right}" y1="${y(tick)}" y2="${y(tick)}"/>` +
        `<text class="quiet" text-anchor="end" x="${frame.left - 8}" y="${y(tick) + 4}">${tick}</text>`,
    ),
    `<line class="axis" x1="${frame.left}" x2="${right}" y1="${bottom}" y2="${bottom}"/>`,
    ...usdTicks.map(
      (tick) =>
        `<line class="axis" x1="${round(x(tick))}" x2="${round(x(tick))}" y1="${bottom}" y2="${bottom + 5}"/>` +
        `<text class="quiet" text-anchor="middle" x="${round(x(tick))}" y="${bottom + 20}">$${Number(tick.toPrecision(3))}</text>`,
    ),
    `<text class="quiet" text-anchor="middle" x="${(frame.left + right) / 2}" y="${bottom + 42}">US dollars spent on compiling, mean over seeds</text>`,
    `<text class="quiet" text-anchor="middle" transform="rotate(-90)" x="${-(frame.top + bottom) / 2}" y="20">held-out score, mean and 95 % interval</text>`,
  ].join('\n')
}

/** A score to compare with, across the plot. */
export function referenceLine(label: string, score: number, { y }: Scales): string {
  const right = frame.width - frame.right
  const height = round(y(score))
  return (
    `<line class="reference" x1="${frame.left}" x2="${right}" y1="${height}" y2="${height}"/>` +
    `<text class="quiet" text-anchor="end" x="${right - 4}" y="${round(height - 5)}">${label}</text>`
  )
}

/** A number of pixels, short to write. */
export function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}

/** 1, 2 or 5 times a power of ten, so that there are about five ticks. */
function tickStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most / 5))
  return [1, 2, 5, 10].map((digit) => digit * power).find((step) => most / step <= 6) ?? most
}
