import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { ContentFilterError } from '../../errors/content-filter-error.ts'
import { LMServerError } from '../../errors/lm-server-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { ask } from '../__fixtures__/ask.ts'
import { drain } from '../__fixtures__/drain.ts'
import { reply } from '../__fixtures__/reply.ts'
import { type ScriptedCall, type ScriptedLM, scriptedLM } from '../__fixtures__/scripted-lm.ts'
import { Allowance } from '../attempts/allowance.ts'
import type { LM } from '../lm.ts'
import { cascade } from './cascade.ts'
import { verifier } from './verifier.ts'

const says = (model: string, text: string, costUSD: number | null = 0.01): ScriptedCall => ({
  texts: [...text],
  end: { ...reply(text, model), costUSD },
})
const fails = (error: unknown): ScriptedCall => ({ end: { throws: error } })
const cheap = (...script: ScriptedCall[]): ScriptedLM => scriptedLM('test/cheap', script)
const strong = (...script: ScriptedCall[]): ScriptedLM => scriptedLM('test/strong', script)
const good = says('test/cheap', 'good')
const poor = says('test/cheap', 'poor')
const sure = says('test/strong', 'sure', 0.1)
const confidence = verifier((_request, { outputs }) => (outputs[0]?.text === 'good' ? 0.9 : 0.3))

test('a confident reply of the cheap LM is taken, and the strong one is not asked', async () => {
  const second = strong()
  const response = await cascade([cheap(good), second], { confidence }).generate(ask())
  expect(response).toMatchObject({ model: 'test/cheap', costUSD: 0.01 })
  expect(response.plan).toMatchObject({
    strategy: 'cascade',
    candidates: [
      { model: 'test/cheap', verdict: 'chosen', reason: 'confidence: 0.9 of 0.5', score: 0.9 },
      { model: 'test/strong', verdict: 'standby' },
    ],
    attempts: [{ model: 'test/cheap', outcome: 'ok', costUSD: 0.01 }],
  })
  expect(second.requests).toHaveLength(0)
})

test('else the next LM is asked, whose reply costs and counts what all of them took', async () => {
  const response = await cascade([cheap(poor), strong(sure)], { confidence }).generate(ask())
  expect(response).toMatchObject({
    model: 'test/strong',
    outputs: [{ text: 'sure' }],
    usage: { inputTokens: 6, outputTokens: 4 },
    costUSD: expect.closeTo(0.11),
  })
  expect(response.plan?.candidates.map(({ verdict }) => verdict)).toEqual(['failed', 'chosen'])
  expect(response.plan?.attempts).toHaveLength(2)
})

test('the threshold of the cascade overrides that of the confidence', async () => {
  const lms = [cheap(good), strong(sure)]
  const response = await cascade(lms, { confidence, threshold: 0.95 }).generate(ask())
  expect(response.model).toBe('test/strong')
})

test('what it escalated and saved can be read', async () => {
  const lm = cascade([cheap(good, good, poor, good), strong(sure)], { confidence })
  expect(lm.stats()).toEqual({ requests: 0, escalated: 0, costUSD: 0 })
  for (let call = 0; call < 4; call += 1) await lm.generate(ask())
  expect(lm.stats()).toEqual({
    requests: 4,
    escalated: 1,
    costUSD: expect.closeTo(0.14),
    savedUSD: expect.closeTo(0.26),
  })
})

test('a stream holds a cheap reply back until it is accepted, and streams the last LM live', async () => {
  const accepted = await drain(cascade([cheap(good), strong()], { confidence }).stream(ask()))
  expect(accepted.events.map(({ type }) => type)).toEqual(['text-delta', 'finish'])
  const lm = cascade([cheap(poor), strong(sure)], { confidence })
  const { events } = await drain(lm.stream(ask()))
  expect(events.map((event) => ('text' in event ? event.text : event.type))).toEqual([
    ...'sure',
    'finish',
  ])
  expect(events.at(-1)).toMatchObject({
    response: { costUSD: expect.closeTo(0.11), model: 'test/strong' },
  })
  expect(lm.stats()).toMatchObject({ requests: 1, escalated: 1, costUSD: expect.closeTo(0.11) })
})

test('an LM that fails is passed over', async () => {
  const lm = cascade([cheap(fails(new LMServerError('503'))), strong(sure)], { confidence })
  const response = await lm.generate(ask())
  expect(response.model).toBe('test/strong')
  expect(response.plan?.attempts[0]).toMatchObject({ model: 'test/cheap', outcome: 'lm_server' })
})

test('when no later LM replies the surest reply is the answer, or the error if so told', async () => {
  const down = fails(new LMServerError('503'))
  const lms = (): LM[] => [cheap(poor), strong(down)]
  const response = await cascade(lms(), { confidence }).generate(ask())
  expect(response).toMatchObject({ model: 'test/cheap', outputs: [{ text: 'poor' }] })
  expect(response.plan?.candidates[0]?.reason).toContain('no later LM replied')
  await expect(
    cascade(lms(), { confidence, onUnsure: 'throw' }).generate(ask()),
  ).rejects.toMatchObject({ code: 'all_routes_failed', message: expect.stringContaining('503') })
})

test('a last LM that fails midway is voided by a restart before the held reply is shown', async () => {
  const cut: ScriptedCall = { texts: ['su'], end: 'cut' }
  const { events, error } = await drain(
    cascade([cheap(poor), strong(cut)], { confidence }).stream(ask()),
  )
  expect(error).toBeUndefined()
  expect(events.map(({ type }) => type)).toEqual(['text-delta', 'restart', 'text-delta', 'finish'])
})

test('when every LM fails the error has each cause', async () => {
  const first = new LMServerError('first')
  const lm = cascade([cheap(fails(first)), strong(fails(new LMServerError('second')))], {
    confidence,
  })
  await expect(lm.generate(ask())).rejects.toMatchObject({ cause: first, errors: { length: 2 } })
})

test('a content filter is the answer', async () => {
  const blocked = new ContentFilterError('violence')
  const second = strong()
  await expect(
    cascade([cheap(fails(blocked)), second], { confidence }).generate(ask()),
  ).rejects.toBe(blocked)
  expect(second.requests).toHaveLength(0)
})

test('what is confidential goes to local LMs only, and to none if there is none', async () => {
  const request = { ...ask(), config: { sensitivity: 'confidential' as const } }
  const local = { ...cheap(poor), local: true }
  const second = strong()
  const response = await cascade([local, second], { confidence }).generate(request)
  expect(response.model).toBe('test/cheap')
  expect(response.plan?.candidates[1]).toMatchObject({ verdict: 'refused' })
  const none = cascade([strong()], { confidence }).generate(request)
  await expect(none).rejects.toThrow(/test\/strong: not asked.*confidential/)
  expect(second.requests).toHaveLength(0)
})

test('a judge that throws, or gives no number, is not confident', async () => {
  for (const judge of [() => Promise.reject(new TypeError('bug')), () => Number.NaN]) {
    const lm = cascade([cheap(good), strong(sure)], { confidence: judge })
    expect((await lm.generate(ask())).model).toBe('test/strong')
  }
})

test('a signal ends it between the LMs, and in the judging', async () => {
  const controller = new AbortController()
  const second = strong()
  const judge = (): boolean => {
    controller.abort()
    throw new Error('the judge was aborted')
  }
  const pending = cascade([cheap(good), second], { confidence: judge }).generate(
    ask('hi', controller.signal),
  )
  await expect(pending).rejects.toBeInstanceOf(AbortError)
  expect(second.requests).toHaveLength(0)
})

test('the allowance of the request bounds it: a reply that was paid is given', async () => {
  const second = strong()
  const request = { ...ask(), allowance: new Allowance({ attempts: 1 }) }
  const response = await cascade([cheap(poor), second], { confidence }).generate(request)
  expect(response.model).toBe('test/cheap')
  expect(request.allowance.spentUSD).toBe(0.01)
  expect(second.requests).toHaveLength(0)
})

test('leaving the stream early closes the last LM', async () => {
  const second = strong(sure)
  for await (const _event of cascade([cheap(poor), second], { confidence }).stream(ask())) break
  expect(second).toMatchObject({ opened: 1, closed: 1 })
})

test('a list without an LM and a threshold outside 0 to 1 are refused', () => {
  expect(() => cascade([], { confidence })).toThrow(OptionError)
  expect(() => cascade([cheap()], { confidence, threshold: 2 })).toThrow('threshold')
})
