import type { Pixels, Scale } from './scale.ts'

const mostTicks = 8
const mantissas = [1, 2, 5] as const
// Points at the very edge would be cut.
const margin = 1.15

/** A round number: one of 1, 2 and 5 times a power of ten, counted from 1 = 0, 2 = 1, 5 = 2, 10 = 3. */
function roundNumber(index: number): number {
  const decade = Math.floor(index / mantissas.length)
  return Number(`${mantissas[index - decade * mantissas.length] ?? 1}e${decade}`)
}

/** A logarithmic scale of positive values, whose ends are round numbers. */
export function logScale(values: readonly number[], [from, to]: Pixels): Scale {
  const low = indexBelow(Math.min(...values) / margin)
  let high = low + 1
  while (roundNumber(high) < Math.max(...values) * margin) high += 1
  const [start, end] = [Math.log(roundNumber(low)), Math.log(roundNumber(high))]
  const at = (value: number): number => {
    const part = (Math.log(value) - start) / (end - start)
    return from + (to - from) * Math.min(1, Math.max(0, part))
  }
  const ticks = tickIndexes(low, high).map((index) => {
    const value = roundNumber(index)
    return { at: at(value), label: value.toLocaleString('en', { maximumSignificantDigits: 1 }) }
  })
  return { at, ticks }
}

function indexBelow(value: number): number {
  let index = mantissas.length * Math.floor(Math.log10(value)) + mantissas.length
  while (roundNumber(index) > value) index -= 1
  return index
}

/** All round numbers where they are few, else powers of ten, or every second, third … of these. */
function tickIndexes(low: number, high: number): number[] {
  const all = Array.from({ length: high - low + 1 }, (_, offset) => low + offset)
  let ticks = all
  for (let each = mantissas.length; ticks.length > mostTicks; each += mantissas.length) {
    ticks = all.filter((index) => index % each === 0)
  }
  return ticks
}
