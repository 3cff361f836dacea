import { describe, expect, it } from 'vitest'
import type { Lesson } from './choice-model.ts'
import { grasp } from './grasp.ts'

function lessons(count: number, labelOf: (at: number) => number): Lesson[] {
  return Array.from({ length: count }, (_, at) => ({
    text: `${at}`,
    features: new Map(),
    prior: at % 2 === 0 ? [1, 0] : [0, 1],
    label: labelOf(at),
  }))
}

function measured(all: Lesson[]): number {
  const alike = all.map((_, at) => all.map((__, other) => Number(at === other)))
  return grasp(all, 2, alike, 1)
}

describe('grasp', () => {
  it('is none without lessons and grows with lessons that agree with the prior', () => {
    const four = measured(lessons(4, (at) => at % 2))
    expect(measured([])).toBe(0)
    expect(four).toBeGreaterThan(0)
    expect(measured(lessons(32, (at) => at % 2))).toBeGreaterThan(four)
  })

  it('is none when lessons agree with the prior no more than chance does', () => {
    expect(measured(lessons(32, (at) => Math.floor(at / 2) % 2))).toBe(0)
  })
})
