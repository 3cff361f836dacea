import { AsyncLocalStorage } from 'node:async_hooks'
import { expect, test } from 'vitest'
import { OptionError } from '../../errors/option-error.ts'
import type { JSONValue } from '../../schema/json-value.ts'
import { failureOf, interpreterWith, resultOf } from './__fixtures__/interpreters.ts'
import { quickJS } from './quickjs.ts'

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

test('a function of the host takes JSON and gives a promise of JSON', async () => {
  const seen: JSONValue[][] = []
  const interpreter = interpreterWith({
    functions: {
      search: async (...args) => {
        seen.push(args)
        return { found: [1, 2], none: undefined }
      },
      nothing: () => undefined,
      now: () => new Date(0),
    },
  })
  const code = `
    const promise = search({ query: 'a', k: undefined }, undefined, NaN, new Set([1]), () => 1)
    ;[promise instanceof Promise, await promise, typeof (await nothing()), await now(), search.name]`
  const { value } = await interpreter.run(code)
  expect(seen).toEqual([[{ query: 'a' }, null, null, [1], null]])
  expect(value).toEqual([
    true,
    { found: [1, 2] },
    'undefined',
    '1970-01-01T00:00:00.000Z',
    'search',
  ])
})

test('several calls are under way at once, up to the limit', async () => {
  let now = 0
  let most = 0
  const interpreter = interpreterWith(
    {
      functions: {
        double: async (n) => {
          most = Math.max(most, ++now)
          await wait(20)
          now--
          return Number(n) * 2
        },
      },
    },
    { maxConcurrentCalls: 4 },
  )
  const code = 'await Promise.all(Array.from({ length: 10 }, (_, n) => double(n)))'
  expect((await interpreter.run(code)).value).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18])
  expect(most).toBe(4)
})

test('what a function throws rejects in the code, by name and message only', async () => {
  const interpreter = interpreterWith({
    functions: {
      fail: () => {
        throw new TypeError('no luck', { cause: 'secret' })
      },
      odd: () => Promise.reject('just text'),
      worse: () => {
        throw Object.create(null)
      },
    },
  })
  const code = `
    const seen = []
    for (const call of [fail, odd, worse]) {
      try { await call() } catch (error) { seen.push([error instanceof Error, error.name, error.message, 'cause' in error]) }
    }
    seen`
  expect((await interpreter.run(code)).value).toEqual([
    [true, 'TypeError', 'no luck', false],
    [true, 'Error', 'just text', false],
    [true, 'Error', 'The function failed.', false],
  ])
  const error = await failureOf('console.log(1)\nawait fail()', interpreter)
  expect(error).toMatchObject({ reason: 'runtime', output: '1\n' })
  expect(error.message).toContain('TypeError: no luck')
})

test('what a function returns that is no JSON rejects in the code', async () => {
  const loop: Record<string, unknown> = {}
  loop['self'] = loop
  const interpreter = interpreterWith({ functions: { loop: () => loop, big: () => 1n } })
  expect((await failureOf('await loop()', interpreter)).message).toContain('circular')
  expect((await failureOf('await big()', interpreter)).message).toContain('BigInt')
})

test('a function sees the context of the run that calls it', async () => {
  const storage = new AsyncLocalStorage<string>()
  const interpreter = interpreterWith({ functions: { where: () => storage.getStore() } })
  for (const place of ['first', 'second']) {
    const run = await storage.run(place, () => interpreter.run('await where()'))
    expect(run.value).toBe(place)
  }
})

test('a run ends when the calls have settled that nobody awaits', async () => {
  let done = false
  const interpreter = interpreterWith({
    functions: {
      save: async () => {
        await wait(50)
        done = true
        return 5
      },
    },
  })
  expect((await interpreter.run('const later = save(); "value"')).value).toBe('value')
  expect(done).toBe(true)
  expect((await interpreter.run('await later')).value).toBe(5)
})

test('a call that the run before left behind does not disturb the next run', async () => {
  const interpreter = interpreterWith(
    { functions: { slow: () => wait(100), fast: () => 1 } },
    { maxConcurrentCalls: 2 },
  )
  await failureOf('const slowly = [slow(), slow(), slow()]; missing', interpreter)
  expect((await interpreter.run('await fast()')).value).toBe(1)
  expect((await failureOf('await slowly[0]', interpreter)).message).toContain('nothing can settle')
})

test('a final call ends the run with its arguments', async () => {
  const interpreter = interpreterWith({ functions: { search: () => 1 }, finals: ['submit'] })
  const code = `
    console.log('before')
    const kept = await search()
    function finish(answer) { submit({ answer }, kept); console.log('after') }
    try { finish(5) } catch { console.log('caught'); submit('second'); for (;;); }`
  expect(await interpreter.run(code)).toEqual({
    output: 'before\n',
    final: { name: 'submit', args: [{ answer: 5 }, 1] },
  })
  expect((await interpreter.run('kept')).value).toBe(1)
})

test('a final call does not wait for functions under way', async () => {
  const interpreter = interpreterWith({
    functions: { slow: () => wait(5_000) },
    finals: ['submit'],
  })
  await interpreter.run('1')
  const started = performance.now()
  const run = await interpreter.run('slow(); Promise.resolve().then(() => submit()); await slow()')
  expect(run.final).toEqual({ name: 'submit', args: [] })
  expect(performance.now() - started).toBeLessThan(3_000)
})

test('a final call whose arguments are no JSON is an error of the code', async () => {
  const interpreter = interpreterWith({ finals: ['submit'] }, { maxValueCharacters: 100 })
  const loop = await failureOf('const a = {}; a.a = a; submit(a)', interpreter)
  expect(loop).toMatchObject({ reason: 'runtime', message: expect.stringContaining('circular') })
  const long = await failureOf('submit("x".repeat(1000))', interpreter)
  expect(long.message).toContain('at most 100 can leave the code')
})

test('what is given cannot be lost', async () => {
  const interpreter = interpreterWith({ functions: { search: () => 1 }, finals: ['submit'] })
  for (const code of ['const search = 1', 'function search() {}', 'if (1) { var submit = 2 }']) {
    expect(await failureOf(code, interpreter)).toMatchObject({
      reason: 'syntax',
      message: expect.stringContaining('is given to the code and cannot be declared again.'),
    })
  }
  for (const code of ['search = 1', 'delete globalThis.search; globalThis.search = 1']) {
    expect((await failureOf(code, interpreter)).message).toContain('cannot be replaced')
  }
  expect(
    await resultOf('const inner = (search) => search; [inner(2), await search()]', interpreter),
  ).toEqual([2, 1])
})

test.each([
  [{ functions: { 'a-b': () => 1 } }, 'functions'],
  [{ functions: { '': () => 1 } }, 'functions'],
  [{ functions: { await: () => 1 } }, 'functions'],
  [{ functions: { console: () => 1 } }, 'functions'],
  [{ finals: ['JSON'] }, 'finals'],
  [{ finals: ['x; process'] }, 'finals'],
  [{ finals: ['submit', 'submit'] }, 'finals'],
  [{ functions: { submit: () => 1 }, finals: ['submit'] }, 'finals'],
])('a setup with names that code cannot use is refused: %j', (setup, option) => {
  expect(() => quickJS()(setup)).toThrow(OptionError)
  expect(() => quickJS()(setup)).toThrow(`\`${option}\``)
})

test('variables with names that code cannot use are refused', async () => {
  const interpreter = interpreterWith({ functions: { search: () => 1 }, finals: ['submit'] })
  for (const name of ['search', 'submit', 'print', 'Object', 'a b', '__proto__', 'this']) {
    const variables = Object.fromEntries([[name, 1]])
    await expect(interpreter.run('1', { variables })).rejects.toThrow(OptionError)
  }
})
