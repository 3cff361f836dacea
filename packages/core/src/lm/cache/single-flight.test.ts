import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { SingleFlight } from './single-flight.ts'

interface Work {
  start: (signal: AbortSignal) => Promise<string>
  starts: AbortSignal[]
  end: (value: string) => void
  fail: (error: unknown) => void
}

function work(): Work {
  const starts: AbortSignal[] = []
  let end: Work['end'] = () => undefined
  let fail: Work['fail'] = () => undefined
  const result = new Promise<string>((resolve, reject) => {
    end = resolve
    fail = reject
  })
  const start = (signal: AbortSignal): Promise<string> => {
    starts.push(signal)
    return result
  }
  return { start, starts, end, fail }
}

test('callers with one key share one piece of work, and one of them is billed', async () => {
  const flights = new SingleFlight<string>()
  const { start, starts, end } = work()
  const landings = Array.from({ length: 200 }, () => flights.join('k', undefined, start))
  end('done')
  const landed = await Promise.all(landings)
  expect(starts).toHaveLength(1)
  expect(landed.map(({ value }) => value)).toEqual(Array(200).fill('done'))
  expect(landed.filter(({ shared }) => !shared)).toHaveLength(1)
})

test('callers with other keys, and later callers, do their own work', async () => {
  const flights = new SingleFlight<string>()
  const done = work()
  done.end('done')
  await Promise.all([
    flights.join('a', undefined, done.start),
    flights.join('b', undefined, done.start),
  ])
  await flights.join('a', undefined, done.start)
  expect(done.starts).toHaveLength(3)
})

test('a caller that aborts leaves at once and the others get the result', async () => {
  const flights = new SingleFlight<string>()
  const { start, starts, end } = work()
  const controller = new AbortController()
  const leaving = flights.join('k', controller.signal, start)
  const staying = flights.join('k', undefined, start)
  controller.abort('bye')
  await expect(leaving).rejects.toMatchObject({ code: 'aborted', cause: 'bye' })
  expect(starts[0]?.aborted).toBe(false)
  end('done')
  // The first caller has left, so the second one bears the bill.
  expect(await staying).toEqual({ value: 'done', shared: false })
})

test('when the last caller has left, the work is aborted and a newcomer starts afresh', async () => {
  const flights = new SingleFlight<string>()
  const first = work()
  const second = work()
  const controllers = [new AbortController(), new AbortController()]
  const leaving = controllers.map(({ signal }) => flights.join('k', signal, first.start))
  for (const controller of controllers) controller.abort('bye')
  const results = await Promise.allSettled(leaving)
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(first.starts[0]).toMatchObject({ aborted: true, reason: 'bye' })

  const newcomer = flights.join('k', undefined, second.start)
  first.fail(new Error('aborted'))
  await Promise.resolve()
  const joiner = flights.join('k', undefined, second.start)
  second.end('fresh')
  expect((await Promise.all([newcomer, joiner])).map(({ value }) => value)).toEqual([
    'fresh',
    'fresh',
  ])
  expect(second.starts).toHaveLength(1)
})

test('a failure reaches every caller and is not kept', async () => {
  const flights = new SingleFlight<string>()
  const failing = work()
  const landings = [1, 2, 3].map(() => flights.join('k', undefined, failing.start))
  const error = new Error('down')
  failing.fail(error)
  for (const landing of landings) await expect(landing).rejects.toBe(error)
  const working = work()
  working.end('up')
  expect((await flights.join('k', undefined, working.start)).value).toBe('up')
})

test('a signal that has fired before starts nothing', async () => {
  const { start, starts } = work()
  const joined = new SingleFlight<string>().join('k', AbortSignal.abort(), start)
  await expect(joined).rejects.toBeInstanceOf(AbortError)
  expect(starts).toHaveLength(0)
})

test('no listener stays on the signal of a caller that was served or failed', async () => {
  const { signal } = new AbortController()
  const flights = new SingleFlight<string>()
  const good = work()
  const bad = work()
  good.end('done')
  bad.fail(new Error('down'))
  await flights.join('good', signal, good.start)
  await flights.join('bad', signal, bad.start).catch(() => undefined)
  expect(getEventListeners(signal, 'abort')).toHaveLength(0)
})
