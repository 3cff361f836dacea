import type { Frame } from './frame.ts'
import { textWidth } from './text-width.ts'

/** A point, in pixels, and what may stand beside it: the first text that finds room. */
export interface LabelledPoint {
  readonly x: number
  readonly y: number
  readonly texts: readonly string[]
}

/** Where a label stands. */
export interface PlacedLabel {
  readonly x: number
  readonly y: number
  readonly anchor: Anchor
  readonly text: string
}

/** Which part of a label is at its x. */
export type Anchor = 'start' | 'middle' | 'end'

const radius = 7
const ascent = 10
const descent = 4
// Labels side by side must not read as one.
const apart = 3
// Where a label begins as seen from its point: beside it, then at its corners, then above and below.
const offsets: readonly (readonly [dx: number, dy: number, anchor: Anchor])[] = [
  [10, 4, 'start'],
  [-10, 4, 'end'],
  [10, -8, 'start'],
  [-10, -8, 'end'],
  [10, 17, 'start'],
  [-10, 17, 'end'],
  [0, -12, 'middle'],
  [0, 21, 'middle'],
]

/**
 * Finds room beside each point, in their order, where no other point and no other label is, nor anything else that is
 * drawn; undefined where there is none.
 */
export function placeLabels(
  points: readonly LabelledPoint[],
  frame: Frame,
  drawn: readonly PlacedLabel[] = [],
): (PlacedLabel | undefined)[] {
  const taken: Frame[] = points.map(({ x, y }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }))
  taken.push(...drawn.map(boxOf))
  return points.map((point) => {
    const label = placesOf(point).find((place) => {
      const box = boxOf(place)
      return contains(frame, box) && !taken.some((other) => overlap(box, other))
    })
    if (label) taken.push(boxOf(label))
    return label
  })
}

function placesOf({ x, y, texts }: LabelledPoint): PlacedLabel[] {
  return texts.flatMap((text) =>
    offsets.map(([dx, dy, anchor]) => ({ x: x + dx, y: y + dy, anchor, text })),
  )
}

function boxOf({ x, y, anchor, text }: PlacedLabel): Frame {
  const width = textWidth(text)
  const before = { start: 0, middle: width / 2, end: width }
  const left = x - before[anchor]
  return { left: left - apart, right: left + width + apart, top: y - ascent, bottom: y + descent }
}

function contains(outer: Frame, inner: Frame): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  )
}

function overlap(one: Frame, other: Frame): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  )
}
