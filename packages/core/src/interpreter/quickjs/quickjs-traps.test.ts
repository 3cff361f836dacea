import { expect, test } from 'vitest'
import { failureOf, interpreterWith } from './__fixtures__/interpreters.ts'

test.each([
  ['a loop', 'const a = []; a.push(a); await take(a)', /circular/],
  ['far too long a text', 'await take("x".repeat(2e6))', /at most 1000000/],
  [
    'a proxy that throws',
    'await take(new Proxy({}, { ownKeys() { throw new Error("trap") } }))',
    /trap/,
  ],
  ['a getter that throws', 'await take({ get a() { throw new Error("got") } })', /got/],
  ['a toJSON that throws', 'await take({ toJSON() { throw new Error("json") } })', /json/],
  [
    'a revoked proxy',
    'const p = Proxy.revocable({}, {}); p.revoke(); await take(p.proxy)',
    /revoked/,
  ],
])('a call with %s is an error of the code alone', async (_, code, message) => {
  let calls = 0
  const interpreter = interpreterWith({ functions: { take: () => ++calls } })
  expect((await failureOf(code, interpreter)).message).toMatch(message)
  expect(calls).toBe(0)
})

test.each([
  '({ get a() { throw new Error() } })',
  'new Proxy({}, { get(_, key) { if (key !== "then") throw 1 }, ownKeys() { throw 2 } })',
  'const revoked = Proxy.revocable([], {}); revoked.revoke(); [revoked.proxy]',
  '({ toJSON() { return this } , get self() { return this } })',
  'Symbol("s")',
  '({ toJSON: 5, [Symbol.toPrimitive]() { throw 1 } }).x',
])('a value with traps does no harm: %s', async (code) => {
  const interpreter = interpreterWith()
  expect((await interpreter.run(code)).value).toBeUndefined()
  expect((await interpreter.run('1 + 1')).value).toBe(2)
})

test.each([
  [
    'throw { get message() { throw 1 }, get name() { throw 2 }, toString() { throw 3 } }',
    /^Uncaught /,
  ],
  [
    'class Odd extends Error { get message() { throw 1 } get name() { return {} } } throw new Odd()',
    /^$/,
  ],
  [
    'throw Object.assign(new Error("real"), { stack: "code-1.js:99999999999999999999:1" })',
    /^Error: real/,
  ],
  [
    'throw Object.assign(new Error(), { name: "x".repeat(1e6), message: "y".repeat(1e6) })',
    /^x+: y+/,
  ],
  ['throw null', /^Uncaught null$/],
  ['throw undefined', /^Uncaught undefined$/],
  ['throw Symbol("s")', /^Uncaught Symbol\(s\)$/],
  ['throw new Proxy(new Error("in"), { get() { throw 1 } })', /^/],
  ['throw () => {}', /^Uncaught \[Function/],
])('an error with traps is still told: %s', async (code, message) => {
  const error = await failureOf(code, interpreterWith())
  expect(error.reason).toBe('runtime')
  expect(error.message.replace('Uncaught  (line', '(line')).toMatch(
    message.source === '^$' ? /./ : message,
  )
  expect(error.message.length).toBeLessThan(10_000)
})
