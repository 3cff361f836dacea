import { LMServerError, type LMStreamEvent } from '@ockham/core'
import { expect, test } from 'vitest'
import { collect } from '../__fixtures__/collect.ts'
import { ask } from './__fixtures__/ask.ts'
import { scriptedLM } from './__fixtures__/scripted-lm.ts'
import { router } from './router.ts'

const options = { strategy: 'ordered', cache: {}, random: () => 0 } as const

test('the plan tells a miss from a hit, and of a hit that nobody was asked', async () => {
  const a = scriptedLM('test/a', [{}])
  const route = router({ models: [a], ...options })
  const first = await route.generate(ask())
  expect(first.plan).toMatchObject({ cache: 'miss', attempts: [{ outcome: 'ok' }] })
  const second = await route.generate(ask())
  expect(second).toMatchObject({ cached: true, costUSD: 0 })
  expect(second.plan).toMatchObject({
    cache: 'hit',
    attempts: [],
    candidates: [{ verdict: 'standby', reason: 'The cache had the reply.' }],
  })
  expect(a.requests).toHaveLength(1)
  expect((await collect(route, ask())).response.plan?.cache).toBe('hit')
})

test('identical requests at one time share a call, and each plan says which it was', async () => {
  const a = scriptedLM('test/a', [{ afterMs: 20 }])
  const route = router({ models: [a], ...options })
  const replies = await Promise.all(Array.from({ length: 50 }, () => route.generate(ask())))
  expect(a.requests).toHaveLength(1)
  expect(replies.map(({ plan }) => plan?.cache).toSorted()).toEqual([
    'miss',
    ...Array.from({ length: 49 }, () => 'shared'),
  ])
})

test('streams share too, restarts and all', async () => {
  const down = new LMServerError('down')
  const a = scriptedLM('test/a', [{ texts: ['h', 'alf'], gapMs: 5, end: { throws: down } }])
  const b = scriptedLM('test/b', [{ texts: ['who', 'le'] }])
  const route = router({ models: [a, b], ...options, attempts: 3 })
  const read = await Promise.all([collect(route, ask()), collect(route, ask())])
  const shown = ({ events }: { events: LMStreamEvent[] }) => events.map(({ type }) => type)
  expect(shown(read[0])).toEqual(shown(read[1]))
  expect(read.map(({ response }) => response.plan?.cache).toSorted()).toEqual(['miss', 'shared'])
  expect(b.requests).toHaveLength(1)
})

test('requests of another sensitivity do not share', async () => {
  const a = scriptedLM('test/a', [{}], { local: true })
  const route = router({ models: [a], ...options })
  await route.generate(ask({ sensitivity: 'public' }))
  await route.generate(ask({ sensitivity: 'confidential' }))
  expect(a.requests).toHaveLength(2)
})
