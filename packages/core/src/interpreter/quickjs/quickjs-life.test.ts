import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { failureOf, interpreterWith } from './__fixtures__/interpreters.ts'

const run = promisify(execFile)
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** How many threads this process has started and not ended. */
function threads(): number {
  // @types/node does not know it; with the network a report takes long.
  Reflect.set(process.report, 'excludeNetwork', true)
  const report: unknown = process.report.getReport()
  const workers: unknown = Reflect.get(Object(report), 'workers')
  return Array.isArray(workers) ? workers.length : -1
}

test('abort ends a run at once that computes', async () => {
  const interpreter = interpreterWith()
  await interpreter.run('1')
  const controller = new AbortController()
  const running = interpreter.run('for (;;);', { signal: controller.signal })
  setTimeout(() => controller.abort('enough'), 50)
  const started = performance.now()
  await expect(running).rejects.toThrow(AbortError)
  await expect(running).rejects.toMatchObject({ cause: 'enough' })
  expect(performance.now() - started).toBeLessThan(2_000)
  expect((await interpreter.run('1 + 1')).value).toBe(2)
})

test('abort ends a run at once that waits for the host, whose late answer disturbs nothing', async () => {
  let settle = (_: unknown): void => {}
  const interpreter = interpreterWith({
    functions: {
      ask: () =>
        new Promise((_, reject) => {
          settle = reject
        }),
    },
  })
  const controller = new AbortController()
  const running = interpreter.run('await ask()', { signal: controller.signal })
  await expect.poll(() => settle.length).toBe(1)
  controller.abort()
  await expect(running).rejects.toThrow(AbortError)
  settle(new Error('late'))
  await wait(20)
  expect((await interpreter.run('2')).value).toBe(2)
})

test('a signal that has fired runs nothing', async () => {
  const interpreter = interpreterWith()
  const signal = AbortSignal.abort()
  await expect(interpreter.run('1', { signal })).rejects.toThrow(AbortError)
})

test('abort of a run that waits for its turn leaves the run before it alone', async () => {
  const interpreter = interpreterWith({ functions: { slow: () => wait(300) } })
  const first = interpreter.run('await slow(); "done"')
  const controller = new AbortController()
  const second = interpreter.run('"second"', { signal: controller.signal })
  const third = interpreter.run('"third"')
  controller.abort()
  await expect(second).rejects.toThrow(AbortError)
  expect((await first).value).toBe('done')
  expect((await third).value).toBe('third')
})

test('after runs, aborts and close no thread, timer or listener is left', async () => {
  const before = threads()
  const timers = (): number =>
    process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  const timersBefore = timers()
  const interpreter = interpreterWith({ functions: { slow: () => wait(1) } })
  const controller = new AbortController()
  const { signal } = controller
  let listeners = 0
  const { addEventListener, removeEventListener } = signal
  signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
    listeners++
    addEventListener.apply(signal, args)
  }
  signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
    listeners--
    removeEventListener.apply(signal, args)
  }
  await interpreter.run('await slow()', { signal })
  await interpreter.run('missing', { signal }).catch(() => {})
  expect(listeners).toBe(0)
  const running = interpreter.run('for (;;);', { signal })
  setTimeout(() => controller.abort(), 20)
  await running.catch(() => {})
  await interpreter.run('1')
  expect(threads()).toBe(before + 1)
  await interpreter.close()
  await expect.poll(threads).toBe(before)
  expect(timers()).toBeLessThanOrEqual(timersBefore)
  expect(listeners).toBe(0)
})

test('close stops what runs and what waits, and can be called again', async () => {
  const interpreter = interpreterWith()
  await interpreter.run('1')
  const running = failureOf('for (;;);', interpreter)
  const waiting = failureOf('1', interpreter)
  await wait(50)
  await Promise.all([interpreter.close(), interpreter.close()])
  expect((await running).reason).toBe('closed')
  expect((await waiting).reason).toBe('closed')
  expect((await failureOf('1', interpreter)).reason).toBe('closed')
  await interpreter.close()
})

test('an interpreter can be closed before it ran and while it starts', async () => {
  await interpreterWith().close()
  const interpreter = interpreterWith()
  const running = failureOf('1', interpreter)
  await interpreter.close()
  expect((await running).reason).toBe('closed')
})

test('runs of one interpreter queue', async () => {
  const order: unknown[] = []
  const interpreter = interpreterWith({
    functions: {
      note: async (n) => {
        await wait(10)
        order.push(n)
      },
    },
  })
  const runs = [1, 2, 3].map((n) => interpreter.run(`await note(${n}); await note(${n}); ${n}`))
  expect((await Promise.all(runs)).map(({ value }) => value)).toEqual([1, 2, 3])
  expect(order).toEqual([1, 1, 2, 2, 3, 3])
})

test('fifty interpreters work at once, each by itself', async () => {
  const interpreters = Array.from({ length: 50 }, () =>
    interpreterWith({ functions: { double: (n) => Number(n) * 2 } }),
  )
  const values = await Promise.all(
    interpreters.map(async (interpreter, index) => {
      await interpreter.run(
        `let mine = ${index}; for (let i = 0; i < 1e5; i++) mine += i % 2 ? -1 : 1`,
      )
      return (await interpreter.run('await double(mine)')).value
    }),
  )
  expect(values).toEqual(interpreters.map((_, index) => index * 2))
})

test('the event loop of the host goes on while code computes', async () => {
  const interpreter = interpreterWith({}, { timeoutMs: 300 })
  await interpreter.run('1')
  let ticks = 0
  const timer = setInterval(() => ticks++, 10)
  await failureOf('for (;;);', interpreter)
  clearInterval(timer)
  expect(ticks).toBeGreaterThan(5)
})

test.each([[[]], [['--import', 'tsx']]])(
  'a process ends by itself though an interpreter is open, started with %j',
  async (flags) => {
    const source = pathToFileURL(join(import.meta.dirname, 'quickjs.ts')).href
    const code = `
      import { quickJS } from ${JSON.stringify(source)}
      console.log((await quickJS()().run('const a = 1; a + 1')).value)`
    const { stdout, stderr } = await run(
      process.execPath,
      [...flags, '--input-type=module', '-e', code],
      { cwd: join(import.meta.dirname, '../../../../../test'), timeout: 30_000 },
    )
    expect(stdout).toBe('2\n')
    expect(stderr).toBe('')
  },
)
