import { expect, test } from 'vitest'
import { retryAfterMs } from './retry-after.ts'

const now = Date.parse('2026-01-01T00:00:00Z')
const day = 24 * 60 * 60 * 1000

test.for([
  [{ 'retry-after': '2' }, 2000],
  [{ 'retry-after': '0.5' }, 500],
  [{ 'retry-after-ms': '750', 'retry-after': '2' }, 750],
  [{ 'retry-after-ms': 'soon', 'retry-after': '2' }, 2000],
  [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT' }, 30_000],
  [{ 'retry-after': 'Thu, 01 Jan 2015 00:00:00 GMT' }, 0],
  [{ 'retry-after': '-5' }, 0],
  [{ 'retry-after': '1e9' }, day],
  [{ 'retry-after': 'NaN' }, undefined],
  [{ 'retry-after': '' }, undefined],
  [{}, undefined],
] as const)('%j is %s ms', ([headers, ms]) => {
  expect(retryAfterMs(new Headers({ ...headers }), now)).toBe(ms)
})
