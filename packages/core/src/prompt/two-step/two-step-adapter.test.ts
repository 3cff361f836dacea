import { expect, test } from 'vitest'
import { AdapterParseError } from '../../errors/adapter-parse-error.ts'
import { Predict } from '../../predict/predict.ts'
import { trackUsage } from '../../settings/track-usage.ts'
import { streamify } from '../../streaming/streamify.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { TwoStepAdapter } from './two-step-adapter.ts'

const classify = new Predict("ticket -> category: 'billing' | 'technical', urgent: bool")
const answer = 'It is about money, and it can wait.'

function lms(...extracted: string[]) {
  return {
    thinker: new MockLM([answer], { model: 'test/thinker', costUSD: 0.01 }),
    extractor: new MockLM(extracted, { model: 'test/extractor', costUSD: 0.001 }),
  }
}

const fields = '[[ ## category ## ]]\nbilling\n\n[[ ## urgent ## ]]\nFalse'

test('one LM answers freely, and another takes the fields out of the answer', async () => {
  const { thinker, extractor } = lms(fields)
  const adapter = new TwoStepAdapter({ lm: extractor })
  const prediction = await classify({ ticket: 'Twice?' }, { lm: thinker, adapter })
  expect(prediction).toEqual({ category: 'billing', urgent: false })
  expect(thinker.requests[0]?.messages).toEqual([
    { role: 'system', content: expect.stringMatching(/^You solve tasks/) },
    { role: 'user', content: 'ticket: Twice?' },
  ])
  expect(extractor.requests[0]?.messages[1]?.content).toContain(`[[ ## text ## ]]\n${answer}`)
})

test('the usage and the price of both calls are counted', async () => {
  const { thinker, extractor } = lms(fields)
  const adapter = new TwoStepAdapter({ lm: extractor })
  const { result, usage } = await trackUsage(() =>
    classify({ ticket: 'x' }, { lm: thinker, adapter }),
  )
  expect(usage.calls).toBe(2)
  expect(usage.costUSD).toBeCloseTo(0.011)
  expect(result.$meta.costUSD).toBeCloseTo(0.011)
  expect(result.$meta.attempts).toBe(2)
})

test('an answer without a field is a parse error that keeps the answer and names the field', async () => {
  const { extractor } = lms('[[ ## category ## ]]\nbilling')
  const parsed = new TwoStepAdapter({ lm: extractor }).parse(classify.signature, answer)
  const error = await parsed.catch((caught: unknown) => caught)
  expect(AdapterParseError.is(error) && [error.field, error.text]).toEqual(['urgent', answer])
})

test('fields of a stream come as the second LM takes them out of the answer', async () => {
  const { thinker, extractor } = lms(fields)
  const adapter = new TwoStepAdapter({ lm: extractor })
  const shown: Record<string, string> = {}
  const ended: string[] = []
  for await (const event of streamify(classify)({ ticket: 'x' }, { lm: thinker, adapter })) {
    if (event.type !== 'field') continue
    shown[event.field] = (shown[event.field] ?? '') + event.delta
    if (event.done) ended.push(event.field)
  }
  expect(shown).toEqual({ category: 'billing', urgent: 'False' })
  expect(ended).toEqual(['category', 'urgent'])
})

test('an abort reaches the second call', async () => {
  const controller = new AbortController()
  const { thinker } = lms()
  const extractor = new MockLM(() => {
    controller.abort()
    return fields
  })
  const adapter = new TwoStepAdapter({ lm: extractor })
  const call = classify({ ticket: 'x' }, { lm: thinker, adapter, signal: controller.signal })
  await expect(call).rejects.toMatchObject({ code: 'aborted' })
  expect(extractor.requests[0]?.signal).toBe(controller.signal)
})

test('an output called text leaves the answer its place', async () => {
  const { thinker, extractor } = lms('[[ ## text ## ]]\nhello')
  const write = new Predict('topic -> text')
  const adapter = new TwoStepAdapter({ lm: extractor })
  expect(await write({ topic: 'x' }, { lm: thinker, adapter })).toEqual({ text: 'hello' })
  expect(extractor.requests[0]?.messages[1]?.content).toContain(`[[ ## text_ ## ]]\n${answer}`)
})
