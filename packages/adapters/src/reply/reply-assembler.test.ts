import { expect, test } from 'vitest'
import { ReplyAssembler } from './reply-assembler.ts'
import type { ReplyPart } from './reply-part.ts'

type Piece = Partial<Omit<Extract<ReplyPart, { type: 'tool-call' }>, 'type'>>

const piece = (fields: Piece): ReplyPart => ({
  type: 'tool-call',
  index: 0,
  key: undefined,
  id: undefined,
  name: undefined,
  arguments: undefined,
  ...fields,
})

function callsOf(pieces: readonly Piece[]): unknown {
  const reply = new ReplyAssembler()
  for (const one of pieces) reply.add(piece(one))
  return reply.outputs()[0]?.toolCalls
}

test('pieces of parallel calls find their call by its number', () => {
  expect(
    callsOf([
      { key: 0, id: 'a', name: 'f' },
      { key: 1, id: 'b', name: 'g' },
      { key: 0, arguments: '{"x":' },
      { key: 1, arguments: '{}' },
      { key: 0, arguments: '1}' },
    ]),
  ).toEqual([
    { id: 'a', name: 'f', arguments: '{"x":1}' },
    { id: 'b', name: 'g', arguments: '{}' },
  ])
})

test('calls that all have the number 0 are told apart by their ids', () => {
  expect(
    callsOf([
      { key: 0, id: 'a', name: 'f', arguments: '{"x":1}' },
      { key: 0, id: 'b', name: 'f', arguments: '{"x":2}' },
    ]),
  ).toHaveLength(2)
})

test('without a number, a piece without an id belongs to the latest call', () => {
  expect(
    callsOf([
      { id: 'a', name: 'f' },
      { arguments: '{"x":' },
      { arguments: '1}' },
      { id: 'b', name: 'g' },
      { arguments: '{}' },
    ]),
  ).toEqual([
    { id: 'a', name: 'f', arguments: '{"x":1}' },
    { id: 'b', name: 'g', arguments: '{}' },
  ])
})

test('a name may come in pieces or be repeated', () => {
  expect(
    callsOf([
      { key: 0, name: 'get_' },
      { key: 0, name: 'time' },
    ]),
  ).toMatchObject([{ name: 'get_time' }])
  expect(
    callsOf([
      { key: 0, name: 'now' },
      { key: 0, name: 'now' },
    ]),
  ).toMatchObject([{ name: 'now' }])
})

test('a call without id or arguments gets both', () => {
  expect(callsOf([{ key: 4, name: 'now' }])).toEqual([
    { id: 'call_0', name: 'now', arguments: '{}' },
  ])
})

test('calls that share an id are told apart, and null is no argument', () => {
  const calls = callsOf([
    { key: 0, id: 'a', name: 'one', arguments: 'null' },
    { key: 1, id: 'a', name: 'two' },
  ])
  expect(calls).toEqual([
    { id: 'a', name: 'one', arguments: '{}' },
    { id: 'a_1', name: 'two', arguments: '{}' },
  ])
})

test('with neither index nor id, a name after complete arguments begins another call', () => {
  const calls = callsOf([
    { name: 'one', arguments: '{"a":' },
    { name: 'one', arguments: '{}}' },
    { name: 'two', arguments: '{}' },
  ])
  expect(calls).toMatchObject([{ name: 'one', arguments: '{"a":{}}' }, { name: 'two' }])
})

test('a usage of nothing takes nothing back', () => {
  const reply = new ReplyAssembler()
  reply.add({ type: 'usage', usage: { inputTokens: 9, outputTokens: 1 } })
  reply.add({ type: 'usage', usage: { inputTokens: 0, outputTokens: 0 } })
  expect(reply.usage).toEqual({ inputTokens: 9, outputTokens: 1 })
})

test('the last usage that is not empty wins, field by field', () => {
  const reply = new ReplyAssembler()
  reply.add({ type: 'usage', usage: { inputTokens: 9, outputTokens: 1 } })
  reply.add({ type: 'usage', usage: { inputTokens: undefined, outputTokens: 7 } })
  expect(reply.usage).toEqual({ inputTokens: 9, outputTokens: 7 })
})

test('it is finished when every completion is', () => {
  const reply = new ReplyAssembler()
  expect(reply.finished).toBe(false)
  reply.add({ type: 'text', index: 1, text: 'b' })
  reply.add({ type: 'text', index: 0, text: 'a' })
  reply.add({ type: 'finish', index: 0, reason: 'stop' })
  expect(reply.finished).toBe(false)
  reply.add({ type: 'finish', index: 1, reason: 'length' })
  expect(reply.finished).toBe(true)
  expect(reply.outputs()).toEqual([
    { text: 'a', finishReason: 'stop' },
    { text: 'b', finishReason: 'length' },
  ])
})

test('empty pieces of text are no events', () => {
  const reply = new ReplyAssembler()
  expect(reply.add({ type: 'text', index: 0, text: '' })).toBeUndefined()
  expect(reply.add({ type: 'reasoning', index: 0, text: 'x' })).toEqual({
    type: 'reasoning-delta',
    index: 0,
    text: 'x',
  })
})
