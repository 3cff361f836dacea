import { expect, it } from 'vitest'
import { stem } from './stem.ts'

it.each([
  ['charge', 'charges', 'charged', 'charging'],
  ['cancel', 'cancelled', 'cancellation', 'cancelling'],
  ['pay', 'pays', 'payment', 'paying'],
  ['delivery', 'delivered', 'deliveries', 'delivering'],
])('gives the forms of %s one root', (...forms) => {
  expect(new Set(forms.map(stem)).size).toBe(1)
})
