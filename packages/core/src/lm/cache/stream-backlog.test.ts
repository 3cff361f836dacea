import { expect, test } from 'vitest'
import { LMServerError } from '../../errors/lm-server-error.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'
import { DeltaLog } from './delta-log.ts'
import { StreamBacklog } from './stream-backlog.ts'

type Pushed = Exclude<LMStreamEvent, { type: 'finish' }>

function taken(pushed: readonly Pushed[]): LMStreamEvent[] {
  const backlog = new StreamBacklog(undefined)
  for (const event of pushed) backlog.push(event)
  const events: LMStreamEvent[] = []
  for (let event = backlog.take(); event; event = backlog.take()) events.push(event)
  return events
}

const said = (text: string, index = 0): Pushed => ({ type: 'text-delta', index, text })
const restart: Pushed = { type: 'restart', reason: new LMServerError('503') }

test('one event is handed on as it is; more of one part are merged, parts stay in order', () => {
  const one = said('a')
  expect(taken([one])[0]).toBe(one)
  const thought: Pushed = { type: 'reasoning-delta', index: 0, text: 'hm' }
  expect(taken([thought, said('a'), said('x', 1), said('b'), said('y', 1)])).toEqual([
    thought,
    said('ab'),
    said('xy', 1),
  ])
})

test('pieces of tool calls are merged call by call', () => {
  const piece = (call: number, rest: object): Pushed => ({
    type: 'tool-call-delta',
    index: 0,
    call,
    ...rest,
  })
  const pieces = [
    piece(0, { id: 'x', name: 'ad' }),
    piece(0, { name: 'd', arguments: '{"a"' }),
    piece(1, { arguments: '{' }),
    piece(1, { id: 'y', name: 'sub', arguments: '}' }),
    piece(0, { arguments: ':1}' }),
  ]
  expect(taken(pieces)).toEqual([
    piece(0, { id: 'x', name: 'add', arguments: '{"a":1}' }),
    piece(1, { id: 'y', name: 'sub', arguments: '{}' }),
  ])
})

test('a restart voids what was not read yet', () => {
  expect(taken([said('a'), restart])).toEqual([restart])
  expect(taken([said('a'), said('b'), restart, said('c'), said('d')])).toEqual([
    restart,
    said('cd'),
  ])
})

test('what was taken does not change when more comes', () => {
  const log = new DeltaLog()
  log.add({ type: 'text-delta', index: 0, text: 'a' })
  const copy = log.copy()
  log.add({ type: 'text-delta', index: 0, text: 'b' })
  expect([copy.take(), log.take()]).toEqual([said('a'), said('ab')])
  expect([copy.characters, log.characters]).toEqual([0, 0])
})
