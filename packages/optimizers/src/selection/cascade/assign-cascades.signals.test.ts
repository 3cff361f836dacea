import {
  type LMCapabilities,
  type LMRequest,
  type LMResponse,
  OptionError,
  Predict,
} from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { isRight, quiz } from '../../__fixtures__/quiz.ts'
import { CheapestAdequate } from '../cheapest-adequate.ts'
import type { SelectionReport } from '../selection-report.ts'
import type { CascadeSearchOptions } from './cascade-search-options.ts'

const devset = quiz(120)

/** The number of the question that is asked. */
function numberOf({ messages }: LMRequest): number {
  const { content } = messages.at(-1) ?? { content: '' }
  return Number(/## question ## \]\]\n(\d+)/.exec(String(content))?.[1])
}

/** A model that is wrong at each third question, and what shows that it is. */
function cheap(
  unsure: (request: LMRequest) => string,
  { capabilities = {}, margin = 0 }: { capabilities?: LMCapabilities; margin?: number } = {},
): MockLM {
  const reply = (request: LMRequest) => {
    const question = numberOf(request)
    const knows = question % 3 > 0
    const text = knows ? `[[ ## answer ## ]]\nanswer ${question}\n\n` : unsure(request)
    const likely = knows ? 0.95 : 0.5 + margin
    const logprobs = request.config?.logprobs
      ? [{ token: 'a', logprob: Math.log(likely), top_logprobs: [] }]
      : undefined
    const sure = `[[ ## confidence ## ]]\n${knows ? 0.9 : 0.4}\n\n[[ ## completed ## ]]`
    return { text: `${text}${sure}`, ...(logprobs ? { logprobs } : {}) }
  }
  return new MockLM(reply, { model: 'test/cheap', costUSD: 0.001, capabilities })
}
/** A model that is right, and sure of it. */
function strong(): MockLM {
  const reply = (request: LMRequest): string =>
    `[[ ## answer ## ]]\nanswer ${numberOf(request)}\n\n[[ ## confidence ## ]]\n1\n\n[[ ## completed ## ]]`
  return new MockLM(reply, { model: 'test/strong', costUSD: 0.1 })
}
const wrong = (): string => '[[ ## answer ## ]]\nno idea\n\n'

async function select(
  lm: MockLM,
  cascade: CascadeSearchOptions,
  signature: 'question -> answer' | 'question -> answer, confidence: float' = 'question -> answer',
): Promise<SelectionReport> {
  const { report } = await new CheapestAdequate({
    metric: isRight,
    models: [lm],
    reference: strong(),
    assignment: 'cascade',
    cascade,
  }).compile(new Predict(signature), { devset })
  return report
}

describe('CheapestAdequate with cascades from a threshold on', () => {
  it('finds where a verifier is sure enough', async () => {
    const verify = (_: LMRequest, { outputs }: LMResponse): number =>
      outputs[0]?.text.includes('no idea') ? 0.6 : 0.8
    const report = await select(cheap(wrong), { verify })
    expect(report).toMatchObject({
      certified: true,
      chosen: 'test/cheap if verifier >= 0.8, else test/strong',
    })
    const chosen = report.candidates.find(({ model }) => model === report.chosen)
    expect(chosen?.meanScore).toBe(1)
    expect(chosen?.costPerExampleUSD).toBeLessThan(0.05)
  })

  it('finds where log probabilities are far enough apart, of a model that tells them', async () => {
    const capabilities = { logprobs: true }
    const report = await select(cheap(wrong, { capabilities }), {})
    expect(report).toMatchObject({
      certified: true,
      chosen: 'test/cheap if logprob margin >= 0.899, else test/strong',
    })
    const silent = cheap(wrong)
    expect(await select(silent, {})).toMatchObject({ certified: false, chosen: 'test/strong' })
    expect(silent.requests.every(({ config }) => config?.logprobs === undefined)).toBe(true)
  })

  it('takes the word of a model whose signature has it say how sure it is', async () => {
    const signature = 'question -> answer, confidence: float'
    const report = await select(cheap(wrong), {}, signature)
    expect(report.chosen).toBe('test/cheap if confidence >= 0.9, else test/strong')
    expect(report.certified).toBe(true)
  })

  it('samples when it is told to, and only then', async () => {
    const guess = ({ config }: LMRequest): string =>
      `[[ ## answer ## ]]\nguess ${config?.rolloutId ?? 0}\n\n`
    const report = await select(cheap(guess), { signals: ['self-consistency'] })
    expect(report).toMatchObject({
      certified: true,
      chosen: 'test/cheap if self-consistency >= 1, else test/strong',
    })
    const lm = cheap(guess)
    await select(lm, {})
    expect(lm.requests.every(({ config }) => config?.rolloutId === undefined)).toBe(true)
  })

  it('objects to a confidence that no predictor tells', async () => {
    const report = select(cheap(wrong), { signals: ['field'] })
    await expect(report).rejects.toThrow(OptionError)
    await expect(report).rejects.toThrow('`cascade.confidenceField` "confidence" is no output')
  })
})
