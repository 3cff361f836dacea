import { LMUnexpectedError } from '@ockham/core'
import { expect } from 'vitest'
import { question, ways } from './harness/ask.ts'
import { fault } from './harness/fault.ts'
import { type FaultRow, faultRow } from './harness/fault-row.ts'

const all = ['openai', 'anthropic', 'ollama', 'gemini'] as const
const right = { alone: 'right', routed: 'primary' } as const
const invalid = { alone: 'lm_unexpected', again: 2 } as const
const bytes = { ...right, wires: all } as const

const rows: readonly FaultRow[] = [
  {
    ...{ id: 'F21', title: 'an error in a 200 is that error', model: 'f21-error' },
    ...{ alone: 'lm_rate_limit', again: 3, wires: ['openai', 'anthropic', 'gemini'] },
  },
  { id: 'F21', title: 'no choices are no reply', model: 'f21-no-choices', ...invalid },
  {
    id: 'F21',
    title: 'no choices once is got over',
    model: 'f21-no-choices-once',
    ...invalid,
    routed: 'primary',
  },
  { id: 'F21', title: 'no content is no reply', model: 'f21-null-content', ...invalid },
  { id: 'F21', title: 'no candidates are no reply', model: 'f21-blocked', ...invalid },
  { id: 'F21', title: 'an empty body is no reply', model: 'f21-empty', ...invalid },
  { id: 'F21', title: 'null is no reply', model: 'f21-null', ...invalid },
  { id: 'F21', title: 'a list is no reply', model: 'f21-list', ...invalid },
  { id: 'F21', title: 'half a body is no reply', model: 'f21-half', ...invalid },
  { id: 'F23', title: 'bytes that come one by one', model: 'f23-bytes', ...bytes },
  { id: 'F23', title: 'lines that end with a carriage return', model: 'f23-crlf', ...bytes },
  { id: 'F23', title: 'a byte order mark', model: 'f23-bom', ...bytes },
  {
    ...{ id: 'F23', title: 'data without a space', model: 'f23-no-space' },
    ...{ ...bytes, wires: ['openai', 'anthropic', 'gemini'] },
  },
  {
    ...{ id: 'F23', title: 'comments between events', model: 'f23-comments' },
    ...{ ...bytes, wires: ['openai', 'anthropic', 'gemini'] },
  },
  { id: 'F23', title: 'halves of a surrogate pair', model: 'f23-surrogates', ...right },
  {
    id: 'F23',
    title: 'carriage returns alone',
    model: 'f23-cr',
    ...bytes,
    wires: ['openai', 'anthropic', 'gemini'],
  },
  { id: 'F23', title: 'data in several lines', model: 'f23-multi-line', ...right },
  {
    ...{ id: 'F25', title: 'the same piece for ever is a loop', model: 'f25-loop', wires: all },
    ...{ alone: 'lm_unexpected', again: 2, withinMs: 10_000, ways: ['stream'] },
  },
  { id: 'F26', title: 'a page of HTML is no reply', model: 'f26-page', ...invalid, wires: all },
  { id: 'F26', title: 'a body in gzip', model: 'f26-gzip', ...bytes },
  { id: 'F26', title: 'a body in brotli', model: 'f26-brotli', ...bytes },
  { id: 'F26', title: 'a body of no type', model: 'f26-no-type', ...bytes },
  { id: 'F26', title: 'a body of another type', model: 'f26-plain-type', ...bytes },
  {
    ...{ id: 'F26', title: 'an event without an end', model: 'f26-endless-event', ...invalid },
    ...{ ways: ['stream'], wires: all, withinMs: 20_000 },
  },
  { id: 'F27', title: 'one piece where a stream was asked for', model: 'f27-whole', ...bytes },
  { id: 'F27', title: 'a stream where one piece was asked for', model: 'f27-stream', ...right },
]

for (const row of rows) faultRow(row)

for (const way of ways) {
  fault('F26', `a line of 10 MB is read whole (${way})`, async (scene) => {
    const { error, text } = await scene.ask(scene.lm('f26-big-event'), way)
    expect(error).toBeUndefined()
    expect(text.length).toBe(10 * 1024 * 1024)
  })

  fault(
    'F26',
    `a hundred thousand tiny chunks lose nothing (${way})`,
    async (scene) => {
      const { error, text } = await scene.ask(scene.lm('f26-many-events'), way)
      expect(error).toBeUndefined()
      expect(text).toBe('0123456789'.repeat(10_000))
    },
    { withinMs: 10_000 },
  )
}

fault(
  'F26',
  'a body without an end is cut off at a limit, which the error names',
  async (scene) => {
    const { error } = await scene.fails(scene.lm('f26-endless-body'), 'generate')
    expect(error).toBeInstanceOf(LMUnexpectedError)
    expect(error.message).toContain('64 MB')
  },
  { withinMs: 20_000 },
)

fault('F25', 'a text that repeats itself is kept as it is', async (scene) => {
  const { text } = await scene.ask(scene.lm('f25-repeats'), 'stream', question)
  expect(text).toBe('again '.repeat(500))
})
