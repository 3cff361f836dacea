import { expect, test } from 'vitest'
import { StoreGuard } from './store-guard.ts'

interface Guarded {
  guard: StoreGuard
  failures: { error: unknown; restMs: number }[]
}

function guarded(storeRestMs: number): Guarded {
  const failures: Guarded['failures'] = []
  const options = { storeTimeoutMs: 1000, storeFailures: 3, storeRestMs }
  const guard = new StoreGuard(options, (error, restMs) => failures.push({ error, restMs }))
  return { guard, failures }
}

const down = new Error('down')
const fails = (): never => {
  throw down
}

test('a store that fails three times in a row is left alone', async () => {
  const { guard, failures } = guarded(60_000)
  for (let count = 0; count < 3; count += 1) expect(await guard.ask(fails)).toBeUndefined()
  let asked = 0
  const ask = (): number => {
    asked += 1
    return asked
  }
  for (let count = 0; count < 100; count += 1) expect(await guard.ask(ask)).toBeUndefined()
  expect(asked).toBe(0)
  expect(failures.map(({ restMs }) => restMs)).toEqual([0, 0, 60_000])
  expect(failures[0]?.error).toBe(down)
})

test('failures between which it answers do not add up', async () => {
  const { guard } = guarded(60_000)
  for (let count = 0; count < 10; count += 1) {
    await guard.ask(fails)
    await guard.ask(fails)
    expect(await guard.ask(() => 'up')).toBe('up')
  }
})

test('after its rest one call tries the store; if it answers, all may ask again', async () => {
  const { guard } = guarded(20)
  for (let count = 0; count < 3; count += 1) await guard.ask(fails)
  await new Promise((resolve) => setTimeout(resolve, 30))
  let asked = 0
  const slowly = async (): Promise<string> => {
    asked += 1
    await new Promise((resolve) => setTimeout(resolve, 5))
    return 'up'
  }
  const answers = await Promise.all([guard.ask(slowly), guard.ask(slowly), guard.ask(slowly)])
  expect(answers).toEqual(['up', undefined, undefined])
  expect(asked).toBe(1)
  expect(await guard.ask(slowly)).toBe('up')
})

test('one failure after its rest sends it to rest again', async () => {
  const { guard, failures } = guarded(20)
  for (let count = 0; count < 3; count += 1) await guard.ask(fails)
  await new Promise((resolve) => setTimeout(resolve, 30))
  await guard.ask(fails)
  expect(await guard.ask(() => 'up')).toBeUndefined()
  expect(failures).toHaveLength(4)
})
