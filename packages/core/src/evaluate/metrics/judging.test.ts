import { expect, test } from 'vitest'
import { LMNotConfiguredError } from '../../errors/lm-not-configured-error.ts'
import { MetricError } from '../../errors/metric-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { example } from '../../example/example.ts'
import { Module } from '../../module/module.ts'
import { Predict } from '../../predict/predict.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { evaluate } from '../evaluate.ts'
import type { EvaluationResult } from '../evaluation-result.ts'
import type { Metric } from '../metric.ts'
import { judge } from './judge/judge.ts'
import { RubricJudge } from './judge/rubric-judge.ts'
import { CompleteAndGrounded } from './semantic/complete-and-grounded.ts'
import { SemanticF1 } from './semantic/semantic-f1.ts'
import type { SemanticOptions } from './semantic/semantic-options.ts'

const program = new Predict('question -> response, context: list[str]')
program.lm = new MockLM({ response: 'Because of clouds.', context: ['Clouds bring rain.', 'Sun.'] })
const devset = [
  example({ question: 'Why does it rain?', response: 'Clouds.' }, { inputs: ['question'] }),
]
type Question = { question: string; response: string }
const evaluated = (metric: Metric<Question, { response: string; context: string[] }>) =>
  evaluate(program, { devset, metric })
const asked = ({ requests }: MockLM): string => String(requests[0]?.messages.at(-1)?.content)
/** SemanticF1 with a judge that gives these shares. */
const givenShares = (recall: number, precision: number, options: SemanticOptions = {}) =>
  new SemanticF1({ lm: new MockLM({ reasoning: 'r', recall, precision }), ...options })
const material = { task: { q: 1 }, reference: {}, response: { answer: 'x' } }

test('SemanticF1 scores by the shares that the judge gives, and says why', async () => {
  const lm = new MockLM({ reasoning: 'Half.', recall: 1, precision: 0.5 }, { costUSD: 0.01 })
  const { score, rows, metricUsage } = await evaluated(new SemanticF1({ lm }).metric())
  expect(score).toBeCloseTo(2 / 3)
  expect(rows[0]?.feedback).toBe('Recall 1, precision 0.5. Half.')
  expect(metricUsage.costUSD).toBe(0.01)
  expect(asked(lm)).toMatch(
    /question ## \]\]\nWhy does it rain\?[\s\S]*ground_truth ## \]\]\nClouds\.[\s\S]*system_response ## \]\]\nBecause of clouds\./,
  )
})

test('shares beyond 1 count as 1, and none at all is no division by zero', async () => {
  const inputs = { question: 'q', ground_truth: 'a', system_response: 'b' }
  expect((await givenShares(80, 1)(inputs)).score).toBe(1)
  expect((await givenShares(0, -1)(inputs)).score).toBe(0)
})

test('with a trace, as bootstrapping gives, SemanticF1 passes from its threshold on', async () => {
  const [gold] = devset
  const prediction = await program({ question: 'q' })
  if (!gold) throw new Error('no example')
  const outcome = { feedback: 'Recall 1, precision 0.5. r' }
  const strict = givenShares(1, 0.5, { threshold: 0.7 }).metric()
  expect(await strict(gold, prediction, [])).toEqual({ score: false, ...outcome })
  const usual = givenShares(1, 0.5).metric()
  expect(await usual(gold, prediction, [])).toMatchObject({ score: true })
})

test('a decompositional SemanticF1 asks for the ideas first', async () => {
  const lm = new MockLM({
    reasoning: 'r',
    ground_truth_key_ideas: 'a',
    system_response_key_ideas: 'b',
    discussion: 'd',
    recall: 1,
    precision: 1,
  })
  const metric = new SemanticF1({ lm, decompositional: true }).metric()
  expect((await evaluated(metric)).score).toBe(1)
  expect(asked(lm)).toContain('ground_truth_key_ideas')
})

test('CompleteAndGrounded asks about the truth and about the passages', async () => {
  const lm = new MockLM({
    reasoning: 'r',
    ground_truth_key_ideas: 'a',
    system_response_key_ideas: 'b',
    system_response_claims: 'c',
    discussion: 'said',
    completeness: 1,
    groundedness: 0.5,
  })
  const { score, rows, metricUsage } = await evaluated(new CompleteAndGrounded({ lm }).metric())
  expect(score).toBeCloseTo(2 / 3)
  expect(rows[0]?.feedback).toBe('Completeness 1: said\nGroundedness 0.5: said')
  expect(metricUsage.calls).toBe(2)
  const requests = lm.requests.map(({ messages }) => String(messages.at(-1)?.content))
  expect(requests.join('\n')).toContain('Clouds bring rain.\n\nSun.')
})

test('a judge sees rubric, task, labels and response, and its verdict is a score with words', async () => {
  const lm = new MockLM({ reasoning: 'r', verdict: 'fair', feedback: 'Say how.' })
  const metric = judge({ rubric: 'Explains the cause.', scale: ['poor', 'fair', 'good'], lm })
  const { rows } = await evaluated(metric)
  expect(rows[0]).toMatchObject({ score: 0.5, feedback: 'Say how.', error: undefined })
  expect(asked(lm)).toContain('Explains the cause.')
  expect(asked(lm)).toMatch(/task ## \]\]\n\{"question": "Why does it rain\?"\}/)
  expect(asked(lm)).toMatch(/reference ## \]\]\n\{"response": "Clouds\."\}/)
  expect(asked(lm)).toContain('Clouds bring rain.')
})

test('a judge is shown no more than it is told to', async () => {
  const lm = new MockLM({ reasoning: 'r', verdict: 'pass', feedback: 'None.' })
  const metric = judge({ rubric: 'Short.', fields: ['response'], showLabels: false, lm })
  expect((await evaluated(metric)).score).toBe(1)
  expect(asked(lm)).toMatch(/reference ## \]\]\n\{\}/)
  expect(asked(lm)).not.toContain('Clouds bring rain.')
})

test('asked in both orders, a judge that takes what it reads first cannot decide', async () => {
  const lm = new MockLM(({ messages }) => {
    const [, first] = /one of: (\w+)/.exec(String(messages[0]?.content)) ?? []
    return `[[ ## reasoning ## ]]\nr\n\n[[ ## verdict ## ]]\n${first}\n\n[[ ## feedback ## ]]\nfor ${first}`
  })
  const options = { rubric: 'Short.', scale: ['bad', 'fair', 'good'], lm }
  const biased = new RubricJudge(options)
  expect(await biased(material)).toMatchObject({ verdict: 'bad', score: 0 })
  const both = new RubricJudge({ ...options, bothOrders: true })
  expect(await both(material)).toMatchObject({ verdict: 'fair', score: 0.5, feedback: 'for bad' })
  expect(both.namedPredictors().map(([name]) => name)).toEqual([
    'judge.predict',
    'reversed.predict',
  ])
})

test('a verdict that is not on the scale is a metric error of its row', async () => {
  const lm = new MockLM({ reasoning: 'r', verdict: 'superb', feedback: 'f' })
  const { rows } = await evaluated(judge({ rubric: 'Short.', lm }))
  expect(MetricError.is(rows[0]?.error)).toBe(true)
})

test.each([
  [{ rubric: ' ' }, /`rubric` must say in words/],
  [{ rubric: 'r', scale: ['one'] }, /`scale` must hold two or more/],
  [{ rubric: 'r', scale: ['a', 'a'] }, /`scale` must hold two or more/],
  [{ rubric: 'r', scale: ["it's", 'b'] }, /`scale` holds "it's"; use plain words/],
] satisfies [Parameters<typeof judge>[0], RegExp][])('judge(%j) is refused', (options, message) => {
  expect(() => judge(options)).toThrow(OptionError)
  expect(() => judge(options)).toThrow(message)
})

test('a judge without an LM stops the evaluation at once', async () => {
  await expect(evaluated(judge({ rubric: 'Short.' }))).rejects.toThrow(LMNotConfiguredError)
})

test('the name of a model is no LM', () => {
  // @ts-expect-error an LM is an object
  expect(() => judge({ rubric: 'r', lm: 'openai/gpt' })).toThrow(/`lm` must be an LM/)
})

test('a judge with an LM of its own is not given that of the calls around it', async () => {
  const lm = new MockLM({ reasoning: 'r', verdict: 'pass', feedback: 'f' })
  const around = new MockLM({ response: 'x', context: [] })
  class Tuned extends Module<object, EvaluationResult<object, object>> {
    override forward(): Promise<EvaluationResult<object, object>> {
      return evaluated(judge({ rubric: 'Short.', lm }))
    }
  }
  const { score } = await new Tuned()({}, { lm: around, temperature: 1 })
  expect(score).toBe(1)
  expect(lm.requests).toHaveLength(1)
  expect(lm.requests[0]?.config?.temperature).toBeUndefined()
})
