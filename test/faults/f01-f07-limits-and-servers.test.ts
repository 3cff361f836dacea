import { retrying } from '@ockham/core'
import { expect } from 'vitest'
import { ways } from './harness/ask.ts'
import { fault } from './harness/fault.ts'
import { type FaultRow, faultRow } from './harness/fault-row.ts'

// Who has another LM does not wait.
const limit = { alone: 'lm_rate_limit', again: 2, primaryRequests: 1 } as const
const money = { alone: 'lm_billing', primaryRequests: 1 } as const
const server = { alone: 'lm_server', again: 3 } as const
const slow = { alone: 'lm_rate_limit', again: 3 } as const

const rows: readonly FaultRow[] = [
  { id: 'F01', title: 'a rate limit is waited for, in seconds', model: 'f01-seconds', ...limit },
  { id: 'F01', title: 'a rate limit is waited for, in ms', model: 'f01-ms', ...limit },
  { id: 'F01', title: 'a rate limit is waited for, until a date', model: 'f01-date', ...limit },
  {
    ...{ id: 'F01', title: 'a long wait is not waited for', model: 'f01-long' },
    ...{ alone: 'lm_rate_limit', primaryRequests: 1 },
  },
  { id: 'F02', title: 'a rate limit without a header', model: 'f02-once', ...limit },
  { id: 'F02', title: 'a rate limit that stays', model: 'f02-for-ever', ...slow },
  { id: 'F03', title: 'no quota, no second request', model: 'f03-quota', ...money },
  { id: 'F03', title: 'a spending limit is no rate limit', model: 'f03-spend', ...money },
  { id: 'F03', title: 'no credit, no second request', model: 'f03-credit', ...money },
  { id: 'F03', title: 'a 402 is about money', model: 'f03-402', ...money },
  { id: 'F03', title: 'money is told by wording alone', model: 'f03-text', ...money },
  { id: 'F04', title: 'slow_down is a rate limit', model: 'f04-slow-down', ...slow },
  { id: 'F04', title: 'no capacity is a rate limit', model: 'f04-capacity', ...slow },
  {
    ...{ id: 'F05', title: 'overload is a failing server', model: 'f05-529', ...server },
    wires: ['openai', 'anthropic', 'ollama'],
  },
  { id: 'F05', title: 'a 503 is a failing server', model: 'f05-503', ...server },
  { id: 'F06', title: 'a 500 is a failing server', model: 'f06-500', ...server },
  {
    ...{ id: 'F06', title: 'a page of HTML is read as one', model: 'f06-page', ...server },
    wires: ['openai', 'anthropic', 'ollama'],
  },
  {
    ...{ id: 'F06', title: 'an empty body says enough', model: 'f06-empty', ...server },
    wires: ['openai', 'anthropic', 'ollama'],
  },
  {
    id: 'F06',
    title: 'one bad gateway is got over',
    model: 'f06-once',
    ...server,
    again: 2,
    routed: 'primary',
  },
  {
    id: 'F07',
    title: 'a 408 is asked again',
    model: 'f07-408',
    alone: 'lm_timeout',
    again: 2,
    routed: 'primary',
  },
  {
    id: 'F07',
    title: 'a 409 is asked again',
    model: 'f07-409',
    alone: 'lm_server',
    again: 2,
    routed: 'primary',
  },
]

for (const row of rows) faultRow({ ...row, withinMs: 10_000 })

for (const way of ways) {
  fault('F01', `nobody is asked before the time (${way})`, async (scene) => {
    await scene.right(retrying(scene.lm('f01-seconds')), way)
    const [first = 0, second = 0] = scene.wall.of('f01-seconds').times
    expect(second - first).toBeGreaterThanOrEqual(1_000)
    expect(second - first).toBeLessThan(2_500)
  })

  fault('F06', `an error tells the beginning of the page, and no more (${way})`, async (scene) => {
    const { error } = await scene.fails(scene.lm('f06-page'), way)
    expect(error.message).toContain('<h1>502</h1>')
    expect(error.message.length).toBeLessThan(800)
  })
}
