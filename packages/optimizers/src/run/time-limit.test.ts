import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Journal } from './journal.ts'
import { TimeLimit } from './time-limit.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'time-limit-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('goes on counting where a run before it was cut short, and tells how much is used', async () => {
  const path = join(folder, 'run.jsonl')
  const first = new Journal(path, 'run')
  const before = new TimeLimit(10, first)
  await setTimeout(50)
  before.isOver()
  const { elapsed } = before.pace
  expect(elapsed).toBeGreaterThan(0.04)
  first.close()
  const second = new Journal(path, 'run')
  const after = new TimeLimit(10, second)
  expect(after.isOver()).toBe(false)
  expect(after.pace.elapsed).toBeGreaterThan(0.04)
  expect(after.pace.share).toBeCloseTo(after.pace.elapsed / 10, 2)
  second.close()
})

it('has no share without a limit', () => {
  const { share, elapsed } = new TimeLimit(Number.POSITIVE_INFINITY, new Journal(undefined, ''))
    .pace
  expect(share).toBeUndefined()
  expect(elapsed).toBeGreaterThanOrEqual(0)
})
