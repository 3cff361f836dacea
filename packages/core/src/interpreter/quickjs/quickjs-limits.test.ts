import { expect, test } from 'vitest'
import { OptionError } from '../../errors/option-error.ts'
import { failureOf, interpreterWith } from './__fixtures__/interpreters.ts'
import { quickJS } from './quickjs.ts'

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

test.each([
  'while (true);',
  'for (;;) try { for (;;); } catch {} finally { continue }',
  'try { for (;;); } finally { for (;;); }',
  '(function f() { return Promise.resolve().then(f) })(); await new Promise(() => {})',
  '(async () => { for (;;) await 1 })(); await new Promise(() => {})',
  '/(a+)+$/.test("a".repeat(40) + "b")',
  '({ toJSON() { for (;;); } })',
  'console.log(new Proxy({}, { ownKeys() { for (;;); } }))',
  'const error = new Error(); Object.defineProperty(error, "stack", { get() { for (;;); } }); throw error',
  '({ get then() { for (;;); } })',
])('code that never ends is stopped, and what was declared stays: %s', async (code) => {
  const interpreter = interpreterWith({}, { timeoutMs: 150 })
  await interpreter.run('const kept = 1; console.log("warm")')
  const error = await failureOf(`console.log("begun"); ${code}`, interpreter)
  expect(error).toMatchObject({ reason: 'time', output: 'begun\n' })
  expect(error.message).toContain('longer than 150 ms')
  expect(error.message).toContain('is still there')
  expect((await interpreter.run('kept')).value).toBe(1)
})

test.each([
  'new Array(2 ** 32 - 1).join("")',
  'Array.prototype.reverse.call({ length: 2 ** 53 - 1 })',
  '(9n ** 300000n).toString()',
  'let nested = {}; for (let i = 0; i < 1e5; i++) nested = { nested }; JSON.stringify(nested)',
])('what nothing inside can interrupt is stopped from outside: %s', async (code) => {
  const interpreter = interpreterWith({}, { timeoutMs: 150 })
  await interpreter.run('const lost = 1', { variables: { given: [1, 2] } })
  const error = await failureOf(`console.log("begun"); ${code}`, interpreter)
  expect(error).toMatchObject({ reason: 'time', output: 'begun\n' })
  expect(error.message).toContain('What earlier code declared is lost')
  expect((await interpreter.run('[typeof lost, given]')).value).toEqual(['undefined', [1, 2]])
})

test.each([
  'const all = []; for (;;) all.push(new Array(1e5).fill(all.length))',
  'let text = "x"; for (;;) text += text + text.slice(1)',
  'new Uint8Array(1e8)',
  '"x".repeat(1e9)',
  'new Array(1e9).fill(0)',
  'const map = new Map(); for (let i = 0; ; i++) map.set(i, { i })',
])('code that takes too much memory is stopped: %s', async (code) => {
  const interpreter = interpreterWith({}, { memoryMB: 16, timeoutMs: 20_000 })
  const error = await failureOf(`const given = 1; ${code}`, interpreter)
  expect(['memory', 'runtime']).toContain(error.reason)
  if (error.reason === 'runtime') expect(error.message).toMatch(/too long|invalid/)
  else expect(error.message).toContain('more memory than the 16 MB')
  expect((await interpreter.run('1 + 1')).value).toBe(2)
})

test('memory is given back when values are', async () => {
  const interpreter = interpreterWith({}, { memoryMB: 16 })
  for (let run = 0; run < 20; run++) await interpreter.run('const block = new Uint8Array(8e6)')
  expect((await interpreter.run('block.length')).value).toBe(8e6)
})

test.each([
  'function f() { return 1 + f() }; f()',
  'const get = new Proxy({}, { get: (target, key, self) => self[key] }); get.x',
  'const text = { toString() { return "" + this } }; "" + text',
  'let deep = []; for (let i = 0; i < 1e5; i++) deep = [deep]; String(deep)',
  'eval("(".repeat(1e5) + ")".repeat(1e5))',
  'eval("[".repeat(1e5) + "]".repeat(1e5))',
  'JSON.parse("[".repeat(1e6))',
  'new RegExp("(?:".repeat(2e4) + ")".repeat(2e4))',
])('code that calls or nests too deeply gets an error: %s', async (code) => {
  const interpreter = interpreterWith()
  const error = await failureOf(code, interpreter)
  expect(['runtime', 'syntax']).toContain(error.reason)
  expect((await interpreter.run('1 + 1')).value).toBe(2)
})

test('code that is itself nested too deeply is a syntax error', async () => {
  for (const code of ['('.repeat(1e5) + ')'.repeat(1e5), `${'['.repeat(5e5)}`, '{'.repeat(1e5)]) {
    expect((await failureOf(code)).reason).toBe('syntax')
  }
})

test('code of a million characters is refused, and long code runs', async () => {
  expect((await failureOf(`"${'x'.repeat(1_000_000)}"`)).message).toContain('at most 1000000')
  const interpreter = interpreterWith()
  expect((await interpreter.run(`${'1;\n'.repeat(50_000)}2`)).value).toBe(2)
})

test('functions may call themselves some thousand times', async () => {
  const interpreter = interpreterWith()
  const { value } = await interpreter.run(
    'const sum = (n) => n === 0 ? 0 : n + sum(n - 1); sum(4000)',
  )
  expect(value).toBe(8002000)
})

test('output is cut at the limit and says so', async () => {
  const interpreter = interpreterWith({}, { maxOutputCharacters: 10 })
  const cut = '\n[output cut after 10 characters]\n'
  expect(
    (
      await interpreter.run(
        'globalThis.n = 0; for (;;) { print("ab"); if (globalThis.n++ > 9) break }',
        {},
      )
    ).output.length,
  ).toBe(10 + cut.length)
})

test('endless output stays within the limit', async () => {
  const interpreter = interpreterWith({}, { maxOutputCharacters: 1000, timeoutMs: 300 })
  const error = await failureOf(
    'for (;;) console.log("x".repeat(1e6), { a: new Array(1e5).fill(1) })',
    interpreter,
  )
  expect(error.reason).toBe('time')
  expect(error.output).toBe(`${'x'.repeat(1000)}\n[output cut after 1000 characters]\n`)
  expect((await interpreter.run('print("short")')).output).toBe('short\n')
})

test('waiting for functions of the host is not counted as computing', async () => {
  const interpreter = interpreterWith({ functions: { slow: () => wait(600) } }, { timeoutMs: 300 })
  expect((await interpreter.run('await slow(); 1')).value).toBe(1)
})

test('a run that takes too long in all is stopped though it computes nothing', async () => {
  const interpreter = interpreterWith(
    { functions: { never: () => new Promise(() => {}) } },
    { totalTimeoutMs: 1500 },
  )
  await interpreter.run('1')
  const error = await failureOf('print("asked"); await never()', interpreter)
  expect(error).toMatchObject({ reason: 'time', output: 'asked\n' })
  expect(error.message).toContain('longer than 1500 ms')
})

test('a flood of calls ends with the time to compute, and the host goes on meanwhile', async () => {
  let calls = 0
  const interpreter = interpreterWith({ functions: { count: () => ++calls } }, { timeoutMs: 400 })
  await interpreter.run('1')
  let longest = 0
  let last = performance.now()
  const ticks = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  const loop = await failureOf('for (;;) await count()', interpreter)
  const burst = await failureOf('for (;;) count("x".repeat(1e5))', interpreter)
  clearInterval(ticks)
  expect(loop.reason).toBe('time')
  expect(['time', 'memory']).toContain(burst.reason)
  expect(calls).toBeGreaterThan(10)
  expect(longest).toBeLessThan(1_000)
})

test('variables that cannot fit are refused', async () => {
  const interpreter = interpreterWith({}, { memoryMB: 2 })
  const tooLong = interpreter.run('1', { variables: { text: 'x'.repeat(3_000_000) } })
  await expect(tooLong).rejects.toMatchObject({ reason: 'memory' })
  const tooMuch = interpreter.run('1', { variables: { text: 'x'.repeat(1_900_000) } })
  await expect(tooMuch).rejects.toMatchObject({ reason: 'memory' })
})

test.each([
  [{ timeoutMs: 0 }, 'timeoutMs'],
  [{ totalTimeoutMs: Number.NaN }, 'totalTimeoutMs'],
  [{ memoryMB: 4096 }, 'memoryMB'],
  [{ stackKB: 8192 }, 'stackKB'],
  [{ maxOutputCharacters: -1 }, 'maxOutputCharacters'],
  [{ maxValueCharacters: 0.5 }, 'maxValueCharacters'],
  [{ maxConcurrentCalls: 0 }, 'maxConcurrentCalls'],
])('a limit that cannot be used is refused: %j', (options, name) => {
  expect(() => quickJS(options)).toThrow(OptionError)
  expect(() => quickJS(options)).toThrow(`\`${name}\``)
})
