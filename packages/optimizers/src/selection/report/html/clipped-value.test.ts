import { describe, expect, it } from 'vitest'
import { clippedValue } from './clipped-value.ts'

describe('clippedValue', () => {
  it('shows the value of an only field, and lines for several', () => {
    expect(clippedValue({ answer: '<4>' }, true)).toBe(
      '<span class="value" dir="auto">&lt;4&gt;</span>',
    )
    expect(clippedValue({ a: 1, b: ['x'] }, true)).toContain('a: 1\nb: [&quot;x&quot;]')
    expect(clippedValue({}, true)).toContain('></span>')
    expect(clippedValue({ answer: null }, true)).toContain('null')
  })

  it('lets long ones be opened, up to 2,000 characters', () => {
    const html = clippedValue({ answer: 'word '.repeat(1000) }, true)
    expect(html).toMatch(/^<details><summary dir="auto">word .* …<\/summary><pre/)
    expect(html).toContain('(3000 more characters)')
    expect(html.length).toBeLessThan(2500)
    expect(clippedValue({ answer: 'a\nb\nc\nd\ne' }, true)).toContain('<details>')
  })

  it('only begins with them where there is no room', () => {
    const html = clippedValue({ answer: 'word '.repeat(1000) }, false)
    expect(html).not.toContain('<details>')
    expect(html.length).toBeLessThan(250)
  })
})
