import { expect, test } from 'vitest'
import type { JSONValue } from '../../schema/json-value.ts'
import { failureOf, interpreterWith, resultOf } from './__fixtures__/interpreters.ts'

const hostNames = [
  'process',
  'require',
  'module',
  'Buffer',
  'fetch',
  'WebAssembly',
  'Worker',
  'XMLHttpRequest',
  'WebSocket',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'performance',
  'crypto',
  'navigator',
  'std',
  'os',
  'bjson',
  'scriptArgs',
  '__dirname',
  'parentPort',
  'workerData',
]

test('no name of a host is there', async () => {
  const code = `${JSON.stringify(hostNames)}.filter((name) => name in globalThis)`
  expect(await resultOf(code)).toEqual([])
})

test('the global object holds the language, console and print, and nothing else', async () => {
  const names = await resultOf(
    'Object.getOwnPropertyNames(globalThis).filter((name) => !/^[A-Z]/.test(name)).sort()',
    interpreterWith({ functions: { search: () => 1 }, finals: ['submit'] }),
  )
  expect(names).toEqual(
    (
      'console decodeURI decodeURIComponent encodeURI encodeURIComponent escape eval globalThis isFinite isNaN ' +
      'parseFloat parseInt print search submit undefined unescape'
    ).split(' '),
  )
})

test.each([
  'constructor.constructor("return process")()',
  'Function("return process")()',
  '(async () => {}).constructor("return process")()',
  'console.log.constructor("return process")()',
  'search.constructor("return process")()',
  'submit.constructor.constructor("return process")()',
  'search().constructor.constructor("return process")()',
  'Reflect.getPrototypeOf(search).constructor("return process")()',
  'try { null.x } catch (error) { error.constructor.constructor("return process")() }',
  'try { await fail() } catch (error) { error.constructor.constructor("return process")() }',
  'Reflect.construct(Function, ["return process"], search)()',
  'eval("process")',
  '(0, eval)("this.process.exit()")',
  'new Proxy(globalThis, {}).process.env',
  'process.binding("fs")',
  'require("fs").readFileSync("/etc/passwd", "utf8")',
  'await import("fs")',
  'await import("node:child_process")',
  'await import("data:text/javascript,export default 1")',
  'await import("/etc/passwd")',
  'await eval("import(\\"node:fs\\")")',
  'await fetch("http://127.0.0.1")',
  'new Worker("x")',
  'import.meta.url',
  'search.caller.caller',
  'search.arguments.callee',
])('there is no way out by %s', async (code) => {
  const interpreter = interpreterWith({
    functions: {
      search: () => ({}),
      fail: () => {
        throw new Error('host')
      },
    },
    finals: ['submit'],
  })
  expect(['runtime', 'syntax']).toContain((await failureOf(code, interpreter)).reason)
})

test('every object that can be walked to belongs to the code', async () => {
  const interpreter = interpreterWith({
    functions: { search: () => ({ found: [1] }) },
    finals: ['submit'],
  })
  const code = `
    const seen = new Set(), odd = []
    const walk = (value, path) => {
      if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return
      seen.add(value)
      if (!(value instanceof Object) && Object.getPrototypeOf(value) !== null && value !== Object.prototype) odd.push(path)
      if (/process|node:|file:|worker/.test(path)) odd.push(path)
      for (const key of Reflect.ownKeys(value)) {
        const own = Reflect.getOwnPropertyDescriptor(value, key)
        walk(own.value, path + '.' + String(key)); walk(own.get, path + '.get'); walk(own.set, path + '.set')
      }
      walk(Object.getPrototypeOf(value), path + '.proto')
    }
    walk(globalThis, 'globalThis'); walk(await search(), 'found')
    try { await search(1n) } catch (error) { walk(error, 'error') }
    ;[odd, seen.size > 500]`
  expect((await interpreter.run(code)).value).toEqual([[], true])
})

test('errors tell nothing of the host', async () => {
  const interpreter = interpreterWith({
    functions: {
      fail: () => {
        throw new Error('host')
      },
    },
  })
  const code =
    'try { await fail() } catch (error) { [error.stack, Object.getOwnPropertyNames(error).join()].join() }'
  expect(await resultOf(code, interpreter)).not.toMatch(/file:|node:|\/work|packages|\.ts/)
  expect(await resultOf('new Error().stack')).not.toMatch(/file:|node:|packages|\.ts/)
})

test('the thread has no environment and no arguments', async () => {
  process.env['OCKHAM_TEST_SECRET'] = 'seen'
  const interpreter = interpreterWith()
  await interpreter.run('1')
  expect(await resultOf('typeof process', interpreter)).toBe('undefined')
  delete process.env['OCKHAM_TEST_SECRET']
})

test('no prototype of the host can be changed, by values, arguments or finals', async () => {
  const seen: JSONValue[] = []
  const interpreter = interpreterWith({
    functions: { take: (value) => seen.push(value ?? null) },
    finals: ['submit'],
  })
  const evil = `JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}')`
  const { value } = await interpreter.run(`
    Object.prototype.polluted = 1; Array.prototype.polluted = 1
    const evil = ${evil}
    await take(evil)
    evil`)
  const { final } = await interpreter.run('submit(evil)')
  for (const object of [value, final?.args[0], seen[0], {}, []]) {
    expect(Reflect.get(Object(object), 'polluted')).toBeUndefined()
    expect(Object.getPrototypeOf(Object(object))).toBe(
      Array.isArray(object) ? Array.prototype : Object.prototype,
    )
  }
})

test('what code says of its own objects cannot mislead the host', async () => {
  const seen: unknown[] = []
  const interpreter = interpreterWith({
    functions: { take: (...args) => void seen.push(args) },
    finals: ['submit'],
  })
  await interpreter.run(`
    const real = Array.prototype
    real.toJSON = () => 'not a list'
    try { await take(1) } catch {}
    real.toJSON = () => ({ length: 1e9, 0: 'x' })
    try { await take(1) } catch {}
    delete real.toJSON
    await take({ then(resolve) { resolve('thenable') }, toString() { throw 1 }, valueOf() { throw 2 } })
  `)
  expect(seen).toEqual([[{}]])
  const { final } = await interpreter.run('Array.prototype.toJSON = () => "odd"; submit(1)')
  expect(final?.args).toEqual(['odd'])
})

test('code that breaks the language breaks only itself', async () => {
  const interpreter = interpreterWith({ functions: { add: (a, b) => Number(a) + Number(b) } })
  const { value } = await interpreter.run(`
    const { ownKeys } = Reflect
    for (const owner of [JSON, Reflect, Object, Number, Array]) {
      for (const key of ownKeys(owner)) { try { owner[key] = () => { throw new Error('gone') } } catch {} }
    }
    globalThis.Promise = globalThis.Error = globalThis.Map = globalThis.String = null
    const sum = await add(1, 2)
    sum`)
  expect(value).toBe(3)
  expect((await interpreter.run('await add(sum, 4)')).value).toBe(7)
})
