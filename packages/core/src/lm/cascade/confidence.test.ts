import { expect, test } from 'vitest'
import type { JSONValue } from '../../schema/json-value.ts'
import { ask } from '../__fixtures__/ask.ts'
import { reply } from '../__fixtures__/reply.ts'
import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import type { LMResponse } from '../lm-response.ts'
import { agreement } from './agreement.ts'
import { cascade } from './cascade.ts'
import type { Confidence } from './confidence.ts'
import { fieldConfidence } from './field-confidence.ts'
import { logprobMargin } from './logprob-margin.ts'

const strong: LM = answering('test/strong', () => 'sure')

function answering(
  model: string,
  text: (request: LMRequest, call: number) => string,
): LM & { requests: LMRequest[] } {
  const requests: LMRequest[] = []
  return {
    model,
    requests,
    async generate(request) {
      requests.push(request)
      return reply(text(request, requests.length), model)
    },
    stream() {
      throw new Error('not streamed')
    },
  }
}

async function judged(confidence: Confidence, response: LMResponse): Promise<number> {
  const lm = strong
  const judgement = await confidence.judge({ request: ask(), response, lm, ask: lm.generate })
  return judgement.confidence
}

test.for([
  ['[[ ## answer ## ]]\n42\n\n[[ ## confidence ## ]]\n0.85\n\n[[ ## completed ## ]]', 0.85],
  ['[[ ## confidence ## ]]\n90%', 0.9],
  ['[[ ## confidence ## ]] 0.7 (fairly sure)', 0.7],
  ['{"answer": "a", "confidence": 0.6}', 0.6],
  ['Here it is:\n```json\n{"confidence": "75"}\n```', 0.75],
  ['{"answer": "cut", "confidence": 0.4, "why": "the', 0.4],
  ['<answer>x</answer>\n<confidence>0.3</confidence>', 0.3],
  ['<confidence>.5', 0.5],
  ['[[ ## confidence ## ]]\nvery high', 0],
  ['I am confident: 0.9', 0],
  ['', 0],
] as const)('the confidence that a model writes is read from %j', async ([text, expected]) => {
  expect(await judged(fieldConfidence('confidence'), reply(text))).toBe(expected)
})

test('a reply of a megabyte is read in no time', async () => {
  const start = performance.now()
  await judged(fieldConfidence('confidence'), reply('"confidence" {[[ ## '.repeat(50_000)))
  expect(performance.now() - start).toBeLessThan(500)
})

const token = (logprob: number, others: number[] = []): JSONValue => ({
  token: 'a',
  logprob,
  top_logprobs: [
    { token: 'a', logprob },
    ...others.map((other, index) => ({ token: `b${index}`, logprob: other })),
  ],
})
const withLogprobs = (logprobs: JSONValue): LMResponse => ({
  ...reply('x'),
  outputs: [{ text: 'x', finishReason: 'stop', logprobs }],
})

test('the margin is how much likelier a token was than the next', async () => {
  const tokens = [token(Math.log(0.9), [Math.log(0.05)]), token(Math.log(0.5), [Math.log(0.45)])]
  expect(await judged(logprobMargin(), withLogprobs(tokens))).toBeCloseTo(0.45)
  expect(
    await judged(logprobMargin({ of: 'least' }), withLogprobs({ content: tokens })),
  ).toBeCloseTo(0.05)
  expect(await judged(logprobMargin(), withLogprobs([token(Math.log(0.8))]))).toBeCloseTo(0.6)
  expect(await judged(logprobMargin(), withLogprobs([token(Math.log(0.1), [Math.log(0.8)])]))).toBe(
    0,
  )
  expect(await judged(logprobMargin(), reply('none'))).toBe(0)
})

test('log probabilities are asked of the cheap LM, unless it says that it has none', async () => {
  const cheap = answering('test/cheap', () => 'x')
  await cascade([cheap, strong], { confidence: logprobMargin() }).generate(ask())
  expect(cheap.requests[0]?.config).toEqual({ logprobs: 2 })
  const without = { ...answering('test/cheap', () => 'x'), capabilities: { tools: true } }
  await cascade([without, strong], { confidence: logprobMargin() }).generate(ask())
  expect(without.requests[0]?.config).toBeUndefined()
})

test('replies that agree are accepted, the most frequent one, and all samples are paid', async () => {
  const cheap = answering('test/cheap', (_request, call) => (call === 1 ? 'no' : ' Yes\n'))
  const lm = cascade([cheap, strong], { confidence: agreement({ samples: 3 }) })
  const response = await lm.generate({ ...ask(), config: { rolloutId: 5, temperature: 0 } })
  expect(response.outputs[0]?.text).toBe(' Yes\n')
  expect(response.costUSD).toBeCloseTo(0.03)
  expect(response.usage.inputTokens).toBe(9)
  expect(response.plan?.candidates[0]?.reason).toBe('2 of 3 samples agree: 0.667 of 0.6')
  expect(cheap.requests.map(({ config }) => [config?.rolloutId, config?.temperature])).toEqual([
    [5, 0],
    [6, 0.7],
    [7, 0.7],
  ])
})

test('replies that differ are not accepted, and only the field that counts is compared', async () => {
  const texts = (_request: LMRequest, call: number): string =>
    `[[ ## reasoning ## ]]\nway ${call}\n\n[[ ## answer ## ]]\n4`
  const whole = cascade([answering('test/cheap', texts), strong], { confidence: agreement() })
  expect((await whole.generate(ask())).model).toBe('test/strong')
  const field = cascade([answering('test/cheap', texts), strong], {
    confidence: agreement({ field: 'answer' }),
  })
  expect((await field.generate(ask())).model).toBe('test/cheap')
  const extract = (response: LMResponse): unknown => ({ length: response.outputs[0]?.text.length })
  const own = cascade([answering('test/cheap', texts), strong], {
    confidence: agreement({ extract }),
  })
  expect((await own.generate(ask())).model).toBe('test/cheap')
})

test('a sample that fails is one that does not agree', async () => {
  const cheap = answering('test/cheap', (_request, call) => {
    if (call === 2) throw new Error('down')
    return 'yes'
  })
  const confidence = agreement({ samples: 3, threshold: 0.9 })
  expect((await cascade([cheap, strong], { confidence }).generate(ask())).model).toBe('test/strong')
})

test('the bound of the cost covers every sample', () => {
  const priced = (lm: LM, costUSD: number): LM => ({ ...lm, maxCostUSD: () => costUSD })
  const lms = [
    priced(
      answering('test/cheap', () => ''),
      1,
    ),
    priced(strong, 10),
  ]
  expect(cascade(lms, { confidence: agreement({ samples: 4 }) }).maxCostUSD?.(ask())).toBe(14)
  expect(cascade([strong], { confidence: () => true }).maxCostUSD?.(ask())).toBeNull()
})

test('options that cannot be used are refused', () => {
  expect(() => agreement({ samples: 1 })).toThrow('samples')
  expect(() => fieldConfidence('x', { threshold: -1 })).toThrow('threshold')
})
