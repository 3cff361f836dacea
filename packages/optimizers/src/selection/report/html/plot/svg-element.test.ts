import { expect, it } from 'vitest'
import { svgElement } from './svg-element.ts'

it('rounds numbers, and escapes texts in attributes', () => {
  expect(svgElement('g', { x: 1.26, y: 3, 'aria-label': `"'<&` }, '<path/>')).toBe(
    '<g x="1.3" y="3" aria-label="&quot;&#39;&lt;&amp;"><path/></g>',
  )
})
