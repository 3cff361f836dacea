import { htmlText } from '@ockham/core'
import type { Disagreement, RowResult } from '../../selection-report.ts'
import { clipMiddle } from '../clip-middle.ts'
import { clippedValue } from './clipped-value.ts'

const nameLength = 60
const errorCharacters = 300

/** How an example is told. */
export interface DisagreementRowsOptions {
  /** The names of the candidates, in the order in which they are told. */
  readonly names: readonly string[]
  readonly chosen: string | undefined
  /** False: what is long is cut and cannot be opened. */
  readonly inFull: boolean
}

/** An example on which candidates disagreed, as rows of an HTML table: one for each candidate that was run on it. */
export function disagreementRows(
  { index, inputs, results }: Disagreement,
  { names, chosen, inFull }: DisagreementRowsOptions,
): string {
  const told = names.flatMap((name) => {
    const result = Object.hasOwn(results, name) ? results[name] : undefined
    return result ? [{ name, result }] : []
  })
  const span = ` rowspan="${Math.max(1, told.length)}"`
  const example = `<td class="number"${span}>${index}</td><td class="inputs"${span}>${clippedValue(inputs, inFull)}</td>`
  const rows = told.map(({ name, result }, position) => {
    const star = name === chosen ? '★ ' : ''
    const cells = [
      `<td class="model">${star}<bdi>${htmlText(clipMiddle(name, nameLength))}</bdi></td>`,
      `<td class="number">${Number(result.score.toFixed(3))}</td>`,
      `<td>${resultText(result, inFull)}</td>`,
    ]
    return `<tr${name === chosen ? ' class="chosen"' : ''}>${position === 0 ? example : ''}${cells.join('')}</tr>`
  })
  return `<tbody>${rows.length > 0 ? rows.join('') : `<tr>${example}<td colspan="3"></td></tr>`}</tbody>\n`
}

function resultText({ outputs, error }: RowResult, inFull: boolean): string {
  if (error === undefined) return outputs ? clippedValue(outputs, inFull) : ''
  const text = error.slice(0, errorCharacters) + (error.length > errorCharacters ? ' …' : '')
  return `<span class="error" dir="auto">${htmlText(text)}</span>`
}
