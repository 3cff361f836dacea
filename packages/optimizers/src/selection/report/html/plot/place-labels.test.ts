import { describe, expect, it } from 'vitest'
import { type PlacedLabel, placeLabels } from './place-labels.ts'
import { textWidth } from './text-width.ts'

const frame = { left: 0, right: 400, top: 0, bottom: 300 }

function overlap(one: PlacedLabel, other: PlacedLabel): boolean {
  const [left, right] = [one, other].map(({ x, anchor, text }) => {
    const width = textWidth(text)
    return x - { start: 0, middle: width / 2, end: width }[anchor]
  })
  const apart = (left ?? 0) - (right ?? 0)
  const beside = apart >= textWidth(other.text) || -apart >= textWidth(one.text)
  return !beside && Math.abs(one.y - other.y) < 14
}

describe('placeLabels', () => {
  it('puts a label at the right of its point', () => {
    const [label] = placeLabels([{ x: 100, y: 100, texts: ['name'] }], frame)
    expect(label).toEqual({ x: 110, y: 104, anchor: 'start', text: 'name' })
  })

  it('puts it at the left where it would leave the frame', () => {
    const [label] = placeLabels([{ x: 390, y: 100, texts: ['name'] }], frame)
    expect(label).toMatchObject({ x: 380, anchor: 'end' })
  })

  it('takes a shorter text where there is no room for the longer, and none where there is for neither', () => {
    const texts = ['x'.repeat(100), '7']
    expect(placeLabels([{ x: 100, y: 100, texts }], frame)[0]?.text).toBe('7')
    const narrow = { left: 99, right: 101, top: 99, bottom: 101 }
    expect(placeLabels([{ x: 100, y: 100, texts }], narrow)).toEqual([undefined])
  })

  it('keeps labels off each other and off what is drawn', () => {
    const points = Array.from({ length: 40 }, (_, index) => ({
      x: 100 + (index % 7) * 11,
      y: 100 + ((index * 13) % 60),
      texts: [`candidate ${index}`, String(index)],
    }))
    const drawn: PlacedLabel = { x: 200, y: 130, anchor: 'start', text: 'threshold' }
    const placed = placeLabels(points, frame, [drawn]).filter((label) => label !== undefined)
    expect(placed.length).toBeGreaterThan(3)
    const all = [drawn, ...placed]
    const pairs = all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other]))
    expect(pairs.filter(([one, other]) => one && other && overlap(one, other))).toEqual([])
  })

  it('counts characters of East Asia as wide', () => {
    expect(textWidth('日本')).toBe(2 * textWidth('ab'))
  })
})
