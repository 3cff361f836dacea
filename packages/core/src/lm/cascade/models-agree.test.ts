import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { LMServerError } from '../../errors/lm-server-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { ask } from '../__fixtures__/ask.ts'
import { drain } from '../__fixtures__/drain.ts'
import { reply } from '../__fixtures__/reply.ts'
import { type ScriptedLM, scriptedLM } from '../__fixtures__/scripted-lm.ts'
import { Allowance } from '../attempts/allowance.ts'
import type { LM } from '../lm.ts'
import type { LMResponse } from '../lm-response.ts'
import { cascade } from './cascade.ts'
import type { Confidence } from './confidence.ts'
import { modelsAgree } from './models-agree.ts'

const says = (name: string, text: string, costUSD = 0.01): ScriptedLM => {
  const model = `test/${name}`
  return scriptedLM(model, [{ texts: [text], end: { ...reply(text, model), costUSD } }])
}
const answer = (text: string): string => `[[ ## answer ## ]]\n${text}\n\n[[ ## completed ## ]]`

/** Who serves the request when these reply. */
async function served(first: string, second: string, options: object = {}): Promise<string> {
  const confidence = modelsAgree({ lm: says('second', second), ...options })
  const lm = cascade([says('first', first), says('strong', 'sure')], { confidence })
  return (await lm.generate(ask())).model
}

test('a reply is accepted when another LM gives the same one, and the strong LM is not asked', async () => {
  const [first, second, strong] = [
    says('first', 'Yes\n'),
    says('second', ' yes'),
    says('strong', ''),
  ]
  const lm = cascade([first, strong], { confidence: modelsAgree({ lm: second }) })
  const response = await lm.generate(ask('shall we?'))
  expect(response).toMatchObject({
    model: 'test/first',
    outputs: [{ text: 'Yes\n' }],
    usage: { inputTokens: 6, outputTokens: 4 },
    costUSD: expect.closeTo(0.02),
    plan: {
      candidates: [
        {
          model: 'test/first',
          verdict: 'chosen',
          reason: 'test/second agrees: 1 of 0.5',
          score: 1,
        },
        { model: 'test/strong', verdict: 'standby' },
        { model: 'test/second', verdict: 'standby', reason: expect.stringContaining('judge') },
      ],
      attempts: [
        { model: 'test/first', outcome: 'ok', costUSD: 0.01 },
        { model: 'test/second', outcome: 'ok', costUSD: 0.01 },
      ],
    },
  })
  expect(second.requests[0]?.messages).toEqual(ask('shall we?').messages)
  expect(strong.requests).toHaveLength(0)
  expect(lm.stats()).toEqual({ requests: 1, escalated: 0, costUSD: expect.closeTo(0.02) })
})

test('a reply with which another LM disagrees is not accepted, and all three calls are paid', async () => {
  const lms = [says('first', 'yes'), says('strong', 'sure', 0.1)]
  const confidence = modelsAgree({ lm: says('second', 'no') })
  const response = await cascade(lms, { confidence }).generate(ask())
  expect(response).toMatchObject({ model: 'test/strong', costUSD: expect.closeTo(0.12) })
  expect(response.plan?.candidates[0]?.reason).toBe('test/second disagrees: 0 of 0.5')
})

test('a stream shows nothing before the two agree', async () => {
  const confidence = modelsAgree({ lm: says('second', 'no') })
  const lm = cascade([says('first', 'yes'), says('strong', 'sure')], { confidence })
  const { events } = await drain(lm.stream(ask()))
  expect(events.map((event) => ('text' in event ? event.text : event.type))).toEqual([
    'sure',
    'finish',
  ])
})

test.for([
  ['one field', 'answer', `[[ ## reasoning ## ]]\na\n\n${answer('4')}`, answer('4'), 'test/first'],
  ['one field', 'answer', answer('4'), answer('5'), 'test/strong'],
  ['several fields', ['a', 'b'], '{"a": 1, "b": []}', '{"b": [], "a": 1}', 'test/first'],
  ['several fields', ['a', 'b'], '{"a": 1, "b": 2}', '{"a": 1, "b": 3}', 'test/strong'],
  ['an empty field', 'answer', answer(''), answer(''), 'test/strong'],
  ['a field that is not there', 'answer', 'none', 'none', 'test/strong'],
  ['one of the fields not there', ['a', 'b'], '{"a": 1}', '{"a": 1}', 'test/strong'],
  ['all fields empty', ['a', 'b'], '{"a": "", "b": " "}', '{"a": "", "b": " "}', 'test/strong'],
  ['one of the fields empty', ['a', 'b'], '{"a": 1, "b": ""}', '{"a": 1, "b": ""}', 'test/first'],
] as const)('of %s: %s of %j and %j go to %s', async ([, field, first, second, expected]) => {
  expect(await served(first, second, { field })).toBe(expected)
})

test('empty texts never agree, nor what an extract says is nothing', async () => {
  expect(await served('', '')).toBe('test/strong')
  for (const nothing of [undefined, null, [], {}, { a: '' }]) {
    expect(await served('a', 'a', { extract: () => nothing })).toBe('test/strong')
  }
  const extract = ({ outputs }: LMResponse): unknown => ({ length: outputs[0]?.text.length })
  expect(await served('ab', 'cd', { extract })).toBe('test/first')
})

test('an empty reply costs no second call', async () => {
  const second = says('second', '')
  const confidence = modelsAgree({ lm: second })
  await cascade([says('first', ''), says('strong', 'sure')], { confidence }).generate(ask())
  expect(second.requests).toHaveLength(0)
})

test('an LM does not agree with itself', async () => {
  const no = { texts: ['no'], end: reply('no', 'test/middle') }
  const middle = scriptedLM('test/middle', [no, no])
  const lms = [says('first', 'yes'), middle, says('strong', 'sure')]
  const response = await cascade(lms, { confidence: modelsAgree({ lm: middle }) }).generate(ask())
  expect(response.plan?.candidates[1]?.reason).toContain('not asked about itself')
  expect(response.model).toBe('test/strong')
})

test('a second LM that fails is one that does not agree, and the plan says so', async () => {
  const second = scriptedLM('test/second', [{ end: { throws: new LMServerError('503') } }])
  const lms = [says('first', 'yes'), says('strong', 'sure')]
  const response = await cascade(lms, { confidence: modelsAgree({ lm: second }) }).generate(ask())
  expect(response.model).toBe('test/strong')
  expect(response.plan?.candidates[2]).toMatchObject({ verdict: 'failed', reason: '503' })
  expect(response.plan?.attempts[1]).toMatchObject({ model: 'test/second', outcome: 'lm_server' })
})

test('what is confidential is not shown to a second LM that is not local', async () => {
  const request = { ...ask(), config: { sensitivity: 'confidential' as const } }
  const local = (name: string, text: string): LM => ({ ...says(name, text), local: true })
  const second = says('second', 'yes')
  const lms = [local('first', 'yes'), local('strong', 'sure')]
  const lm = cascade(lms, { confidence: modelsAgree({ lm: second }) })
  const response = await lm.generate(request)
  expect(response.model).toBe('test/strong')
  expect(response.plan?.candidates[2]).toMatchObject({ model: 'test/second', verdict: 'refused' })
  expect(second.requests).toHaveLength(0)
  expect([lm.local, lm.maySee?.(request)]).toEqual([undefined, true])
  const abroad = cascade([says('first', 'yes')], {
    confidence: modelsAgree({ lm: local('second', 'yes') }),
  })
  expect(abroad.maySee?.(request)).toBe(false)
})

test('the allowance of the request counts the second call', async () => {
  const [first, second, strong] = [says('first', 'yes'), says('second', 'yes'), says('strong', '')]
  const lm = cascade([first, strong], { confidence: modelsAgree({ lm: second }) })
  const allowance = new Allowance({ attempts: 2 })
  expect((await lm.generate({ ...ask(), allowance })).model).toBe('test/first')
  expect([allowance.remainingAttempts, allowance.spentUSD]).toEqual([0, expect.closeTo(0.02)])
  const least = cascade([says('first', 'yes'), strong], {
    confidence: modelsAgree({ lm: second }),
  })
  const response = await least.generate({ ...ask(), allowance: new Allowance({ attempts: 1 }) })
  expect(response.plan?.attempts).toHaveLength(1)
  expect(second.requests).toHaveLength(1)
})

test('a signal ends it while the second LM is asked', async () => {
  const controller = new AbortController()
  const second: LM = {
    ...says('second', 'yes'),
    generate: async () => {
      controller.abort()
      throw new Error('aborted')
    },
  }
  const strong = says('strong', 'sure')
  const lm = cascade([says('first', 'yes'), strong], { confidence: modelsAgree({ lm: second }) })
  await expect(lm.generate(ask('hi', controller.signal))).rejects.toBeInstanceOf(AbortError)
  expect(strong.requests).toHaveLength(0)
})

test('the bound of the cost covers the second LM, once for each reply that is judged', () => {
  const priced = (name: string, costUSD: number): LM => ({
    ...says(name, ''),
    maxCostUSD: () => costUSD,
  })
  const lms = [priced('first', 1), priced('middle', 10), priced('strong', 100)]
  const bound = (lm: LM): number | null | undefined =>
    cascade(lms, { confidence: modelsAgree({ lm }) }).maxCostUSD?.(ask())
  expect(bound(priced('second', 0.5))).toBe(112)
  expect(bound(says('second', ''))).toBeNull()
})

test('cascades with other second LMs share no cache entry, nor does one that asks it as a step', () => {
  const [a, b, c, d] = [says('a', ''), says('b', ''), says('c', ''), says('d', '')]
  const print = (lms: readonly LM[], confidence: Confidence): string =>
    JSON.stringify(cascade(lms, { confidence, threshold: 0.5 }).fingerprint?.(ask()))
  const verified: Confidence = { threshold: 0.5, judge: () => ({ confidence: 1 }) }
  const prints = [
    print([a, c], modelsAgree({ lm: b })),
    print([a, c], modelsAgree({ lm: d })),
    print([a, c], verified),
    print([a, c, b], verified),
  ]
  expect(new Set(prints).size).toBe(4)
})

test('what only some of the LMs can do, the cascade cannot', () => {
  const tools = (name: string): LM => ({ ...says(name, ''), capabilities: { tools: true } })
  const shared = (second: LM): boolean | undefined =>
    cascade([tools('first'), tools('strong')], { confidence: modelsAgree({ lm: second }) })
      .capabilities?.tools
  expect([shared(tools('second')), shared(says('second', ''))]).toEqual([true, false])
})

test('options that cannot be used are refused', () => {
  const lm = says('second', '')
  expect(() => modelsAgree({ lm, field: [] })).toThrow(OptionError)
  expect(() => modelsAgree({ lm, threshold: 2 })).toThrow('threshold')
})
