import { OptionError } from '@ockham/core'
import { expect, test } from 'vitest'
import { Breaker } from './breaker.ts'
import { resolveBreakerOptions } from './breaker-options.ts'

const options = resolveBreakerOptions({ openMs: 100, maxOpenMs: 400 })

function atTime() {
  let now = 0
  const breaker = new Breaker(() => now)
  return {
    breaker,
    pass: (ms: number): void => {
      now += ms
    },
    fail(times: number): void {
      for (let i = 0; i < times; i += 1) breaker.enter(options)?.failed()
    },
    succeed(times: number): void {
      for (let i = 0; i < times; i += 1) breaker.enter(options)?.succeeded()
    },
  }
}

test('five failures in a row open it, four and one long ago do not', () => {
  const { breaker, fail, pass } = atTime()
  fail(1)
  pass(30_001)
  fail(4)
  expect(breaker.state).toBe('closed')
  fail(1)
  expect(breaker.state).toBe('open')
  expect(breaker.waitMs).toBe(100)
  expect(breaker.enter(options)).toBeUndefined()
})

test('half of ten calls open it, a few of many do not', () => {
  const { breaker, fail, succeed } = atTime()
  for (let i = 0; i < 4; i += 1) {
    succeed(1)
    fail(1)
  }
  succeed(1)
  expect(breaker.state).toBe('closed')
  fail(1)
  expect(breaker.state).toBe('open')
  const busy = atTime()
  for (let i = 0; i < 50; i += 1) {
    busy.succeed(3)
    busy.fail(1)
  }
  expect(busy.breaker.state).toBe('closed')
})

test('after the pause one probe goes through, and its success closes the circuit', () => {
  const { breaker, fail, pass } = atTime()
  fail(5)
  pass(100)
  expect(breaker.state).toBe('half-open')
  const probe = breaker.enter(options)
  expect(breaker.enter(options)).toBeUndefined()
  expect(breaker.waitMs).toBeGreaterThan(0)
  probe?.succeeded()
  expect(breaker.state).toBe('closed')
  // What failed before is forgotten.
  fail(4)
  expect(breaker.state).toBe('closed')
})

test('each failed probe doubles the pause, up to the longest', () => {
  const { breaker, fail, pass } = atTime()
  fail(5)
  const pauses: number[] = []
  for (let i = 0; i < 4; i += 1) {
    pauses.push(breaker.waitMs)
    pass(breaker.waitMs)
    breaker.enter(options)?.failed()
  }
  expect(pauses).toEqual([100, 200, 400, 400])
})

test('a probe that was left makes room for another', () => {
  const { breaker, fail, pass } = atTime()
  fail(5)
  pass(100)
  breaker.enter(options)?.left()
  expect(breaker.enter(options)).toBeDefined()
})

test('calls that fail after the circuit opened do not keep it open longer', () => {
  const { breaker, fail, pass } = atTime()
  const late = breaker.enter(options)
  fail(5)
  pass(60)
  late?.failed()
  expect(breaker.waitMs).toBe(40)
})

test('a success of before counts once the pause is over, and not during it', () => {
  const { breaker, fail, pass } = atTime()
  const [early, late] = [breaker.enter(options), breaker.enter(options)]
  fail(5)
  early?.succeeded()
  expect(breaker.state).toBe('open')
  pass(100)
  late?.succeeded()
  expect(breaker.state).toBe('closed')
})

test('one that is shut stays so as long as the longest that was asked for', () => {
  const { breaker } = atTime()
  breaker.shut(500)
  breaker.shut(100)
  expect(breaker.waitMs).toBe(500)
  expect(breaker.isShut).toBe(true)
})

test('only the first word about a call counts', () => {
  const { breaker, fail } = atTime()
  fail(4)
  const pass = breaker.enter(options)
  pass?.succeeded()
  pass?.failed()
  expect(breaker.state).toBe('closed')
})

test.each([
  { failures: 0 },
  { minimumCalls: 1.5 },
  { windowMs: 0 },
  { failureRate: 1.1 },
  { openMs: Number.NaN },
  { openMs: 100, maxOpenMs: 50 },
])('an option that cannot be used is refused: %o', (wrong) => {
  expect(() => resolveBreakerOptions(wrong)).toThrow(OptionError)
})

test('a probe that never ends holds the circuit no longer than ten seconds', () => {
  const { breaker, fail, pass } = atTime()
  fail(5)
  pass(100)
  const lost = breaker.enter(options)
  pass(9_999)
  expect([breaker.enter(options), breaker.waitMs]).toEqual([undefined, 50])
  pass(1)
  expect(breaker.waitMs).toBe(0)
  const second = breaker.enter(options)
  expect(breaker.enter(options)).toBeUndefined()
  lost?.failed()
  expect(breaker.state).toBe('half-open')
  second?.succeeded()
  expect(breaker.state).toBe('closed')
})
