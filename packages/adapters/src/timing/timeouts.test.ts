import { OptionError } from '@ockham/core'
import { expect, test } from 'vitest'
import { resolveTimeouts } from './timeouts.ts'

test('a local server gets time to load its model', () => {
  expect(resolveTimeouts({}, false)).toEqual({
    firstTokenMs: 30_000,
    idleMs: 30_000,
    totalMs: 600_000,
  })
  expect(resolveTimeouts({ idleMs: 5 }, true)).toEqual({
    firstTokenMs: Number.POSITIVE_INFINITY,
    idleMs: 5,
    totalMs: 600_000,
  })
})

test.for([0, -1, Number.NaN])('%d is refused, naming the option', (idleMs) => {
  expect(() => resolveTimeouts({ idleMs }, false)).toThrow(OptionError)
  expect(() => resolveTimeouts({ idleMs }, false)).toThrow('timeouts.idleMs')
})
