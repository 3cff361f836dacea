import { expect, it } from 'vitest'
import { labelGlosses } from './label-glosses.ts'

it('takes what a clause says of the one label in it, and of each label that it explains in turn', () => {
  const glosses = labelGlosses(
    ['late_fee', 'loan'],
    'Answer late_fee for money owed. Choose loan; loan (to take home), late fee: too late. late_fee or loan.',
  )
  expect(glosses[0]).toContain('money owed')
  expect(glosses[0]).toContain('too late')
  expect(glosses[0]).not.toContain('take home')
  expect(glosses[1]).toContain('take home')
})
