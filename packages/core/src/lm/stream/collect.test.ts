import { expect, test } from 'vitest'
import { LMServerError } from '../../errors/lm-server-error.ts'
import { LMStreamTruncatedError } from '../../errors/lm-stream-truncated-error.ts'
import { reply } from '../__fixtures__/reply.ts'
import { scriptedLM } from '../__fixtures__/scripted-lm.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'
import { collect } from './collect.ts'

const request = { messages: [] }

test('the reply of the finish event is returned and the stream is closed', async () => {
  const lm = scriptedLM('test/a', [{ texts: ['a', 'b'], end: reply('ab') }])
  expect(await collect(lm.stream(request))).toEqual(reply('ab'))
  expect(lm.closed).toBe(1)
})

test('what came before a restart is not part of the reply', async () => {
  async function* stream(): AsyncGenerator<LMStreamEvent> {
    yield { type: 'text-delta', index: 0, text: 'half' }
    yield { type: 'restart', reason: new LMServerError('down') }
    yield { type: 'text-delta', index: 0, text: 'whole' }
    yield { type: 'finish', response: reply('whole') }
  }
  expect((await collect(stream())).outputs[0]?.text).toBe('whole')
})

test('a stream without finish is an error and never a half answer', async () => {
  const lm = scriptedLM('test/a', [{ texts: ['half'], end: 'cut' }])
  await expect(collect(lm.stream(request))).rejects.toBeInstanceOf(LMStreamTruncatedError)
})

test('an error of the stream is passed on as it is', async () => {
  const error = new LMServerError('down')
  const lm = scriptedLM('test/a', [{ texts: ['half'], end: { throws: error } }])
  await expect(collect(lm.stream(request))).rejects.toBe(error)
})

test('nothing is read after the finish event', async () => {
  async function* stream(): AsyncGenerator<LMStreamEvent> {
    yield { type: 'finish', response: reply('first') }
    throw new Error('read too far')
  }
  expect((await collect(stream())).outputs[0]?.text).toBe('first')
})
