import { htmlText } from '@ockham/core'

/** An SVG element as text; numbers are rounded to a tenth, `inside` is markup. */
export function svgElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inside: string = '',
): string {
  const written = Object.entries(attributes).map(
    ([attribute, value]) =>
      ` ${attribute}="${typeof value === 'number' ? String(Math.round(value * 10) / 10) : htmlText(value)}"`,
  )
  return `<${name}${written.join('')}>${inside}</${name}>`
}
