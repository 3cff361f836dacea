import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { readAll } from '../__fixtures__/read-all.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { type FromEvent, readParts } from './read-parts.ts'

const fromEvent: FromEvent = (data, event) => [
  { type: 'text', index: 0, text: `${event ?? ''}${data.text('text') ?? ''}` },
]

const read = (text: string): AsyncGenerator<readonly ReplyPart[], void> =>
  readParts(new Response(text), fromEvent, '[DONE]')

test('events become parts, and the end mark ends the reply', async () => {
  const parts = await readAll(
    read('data: {"text":"a"}\n\nevent: x\ndata: {"text":"b"}\n\ndata: [DONE]\n\n'),
  )
  expect(parts).toEqual([
    { type: 'text', index: 0, text: 'a' },
    { type: 'text', index: 0, text: 'xb' },
    { type: 'end' },
  ])
})

test('an event that is no JSON is told by its first 200 characters', async () => {
  const parts = await readAll(read(`data: {"text":"${'x'.repeat(300)}\n\n`))
  expect(parts).toEqual([{ type: 'malformed', text: `{"text":"${'x'.repeat(191)}` }])
})

test.for([
  ['half an event at the end', 'data: {"te'],
  ['a blank event', 'data:\n\ndata:  \n\n'],
  ['JSON that is no object', 'data: 1\n\ndata: "ping"\n\ndata: null\n\n'],
] as const)('%s is no part', async ([, text]) => {
  expect(await readAll(read(text))).toEqual([])
})

test.for([
  ['an object', '{"error":{"message":"busy","type":"overloaded_error"}}'],
  ['a text', 'busy'],
] as const)(
  'an error event that holds %s is thrown after what came before it',
  async ([, data]) => {
    const parts = read(`data: {"text":"a"}\n\nevent: error\ndata: ${data}\n\n`)
    await parts.next()
    expect((await parts.next()).value).toEqual([{ type: 'text', index: 0, text: 'a' }])
    const error = await caught(parts.next())
    expect(error).toBeInstanceOf(VendorFailure)
    expect(String(error)).toContain('busy')
  },
)
