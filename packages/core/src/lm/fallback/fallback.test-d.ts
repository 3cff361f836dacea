import { expectTypeOf, test } from 'vitest'
import type { LM } from '../lm.ts'
import { fallback } from './fallback.ts'

declare const lm: LM

test('it takes LMs, or a list of them with options, and is an LM', () => {
  expectTypeOf(fallback(lm, lm, lm)).toEqualTypeOf<LM>()
  expectTypeOf(fallback([lm, lm], { onContentFilter: 'next' })).toEqualTypeOf<LM>()
})

test('options without a list, and no LM at all, do not compile', () => {
  // @ts-expect-error -- options go with a list
  fallback(lm, { onContentFilter: 'next' })
  // @ts-expect-error -- at least one LM
  fallback()
})
