import { htmlText } from '@ockham/core'

const previewCharacters = 140
const previewLines = 4
const detailCharacters = 2_000

/** Fields as HTML: short ones as they are, long ones to be opened, where `inFull`, up to 2,000 characters. */
export function clippedValue(fields: Readonly<Record<string, unknown>>, inFull: boolean): string {
  const text = fieldsText(fields)
  const lines = text.split('\n', previewLines + 1)
  if (text.length <= previewCharacters && lines.length <= previewLines) {
    return `<span class="value" dir="auto">${htmlText(text)}</span>`
  }
  const preview = `${text.slice(0, previewCharacters).replaceAll(/\s+/g, ' ')} …`
  if (!inFull) return `<span dir="auto">${htmlText(preview)}</span>`
  const more = text.length - detailCharacters
  const cut = more > 0 ? ` … (${more} more characters)` : ''
  const detail = `<pre dir="auto">${htmlText(text.slice(0, detailCharacters) + cut)}</pre>`
  return `<details><summary dir="auto">${htmlText(preview)}</summary>${detail}</details>`
}

/** The value of an only field, else a line for each. */
function fieldsText(fields: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(fields)
  const [only] = entries
  if (only && entries.length === 1) return valueText(only[1])
  return entries.map(([name, value]) => `${name}: ${valueText(value)}`).join('\n')
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
