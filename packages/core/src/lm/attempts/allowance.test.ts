import { expect, test } from 'vitest'
import { OptionError } from '../../errors/option-error.ts'
import { Allowance } from './allowance.ts'

test('without limits everything is allowed', () => {
  const allowance = new Allowance()
  expect(allowance.take()).toBe(true)
  expect(allowance.remainingMs).toBe(Number.POSITIVE_INFINITY)
  expect(allowance.remainingAttempts).toBe(Number.POSITIVE_INFINITY)
})

test('a part is bound by its own limits and by those of the whole', () => {
  const whole = new Allowance({ attempts: 3, usd: 1 })
  const part = whole.within({ attempts: 2 })
  expect([part.take(), part.take(), part.take()]).toEqual([true, true, false])
  expect([whole.remainingAttempts, part.remainingAttempts]).toEqual([1, 0])
  part.spend(1)
  expect([whole.remainingUSD, whole.take()]).toEqual([0, false])
})

test('what was lent is the first attempt of whoever makes attempts within it', () => {
  const whole = new Allowance({ attempts: 2 })
  const lent = whole.lend()
  expect(whole.remainingAttempts).toBe(1)
  const inner = lent?.within()
  const first = inner?.lend()
  expect(whole.remainingAttempts).toBe(1)
  first?.settle({ costUSD: 0.2 })
  lent?.settle({ costUSD: 0.2 })
  expect(whole.spentUSD).toBe(0.2)
  expect([inner?.take(), inner?.take()]).toEqual([true, false])
})

test('a reply from a cache gives back the call', () => {
  const whole = new Allowance({ attempts: 1 })
  whole.lend()?.settle({ cached: true })
  expect(whole.remainingAttempts).toBe(1)
})

test('that another LM stands ready holds for all that is nested in it', () => {
  const lent = new Allowance().lend(true)
  expect(lent?.within().lend()?.alternative).toBe(true)
  expect(new Allowance().lend()?.alternative).toBe(false)
})

test.for([{ attempts: -1 }, { deadlineMs: Number.NaN }, { usd: -0.1 }])(
  'the limit %o is refused by name',
  (limits) => {
    const [option] = Object.keys(limits)
    expect(() => new Allowance(limits)).toThrow(OptionError)
    expect(() => new Allowance(limits)).toThrow(expect.objectContaining({ option }))
  },
)
