import { expect, test } from 'vitest'
import { InputError } from '../../errors/input-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { makePrediction } from '../../example/make-prediction.ts'
import type { Prediction, PredictionMeta } from '../../example/prediction.ts'
import { exactMatch } from './exact-match.ts'
import { f1 } from './f1.ts'
import { hotpotF1 } from './hotpot-f1.ts'
import { passageMatch } from './passage-match.ts'

const meta: PredictionMeta = {
  model: 'mock/mock',
  usage: { inputTokens: 0, outputTokens: 0 },
  costUSD: 0,
  cached: false,
  completions: [],
  attempts: 1,
  durationMs: 0,
}

function predicted<Outputs extends object>(outputs: Outputs): Prediction<Outputs> {
  return makePrediction(outputs, meta)
}

test.each<[predicted: unknown, gold: unknown, right: boolean]>([
  ['The Eiffel Tower!', 'eiffel tower', true],
  ['Paris', ['Lyon', 'paris'], true],
  ['Paris', 'Paris, France', false],
  [5, 5, true],
  [-5, 5, false],
  ['5', 5, false],
  [true, true, true],
  [undefined, 'x', false],
  [null, null, true],
  [['a', 'b'], ['a', 'b'], true],
  [['a', 'b'], [['b'], ['a', 'b']], true],
  [['a', 'b'], ['a'], false],
  [{ city: 'Paris' }, { city: 'Paris' }, true],
])('predicted %j against %j is an exact match: %j', (value, gold, right) => {
  const metric = exactMatch({ field: 'answer' })
  expect(metric({ answer: gold }, predicted({ answer: value }))).toBe(right)
})

test('the example may hold its answers under another name', () => {
  const metric = exactMatch({ field: 'answer', goldField: 'answers' })
  expect(metric({ answers: ['x', 'Y'] }, predicted({ answer: 'y' }))).toBe(true)
})

test('F1 counts shared words against the nearest answer', () => {
  const metric = f1({ field: 'answer' })
  const prediction = predicted({ answer: 'Eiffel Tower is in Paris' })
  expect(metric({ answer: 'Paris' }, prediction)).toBeCloseTo(1 / 3)
  expect(metric({ answer: ['Rome', 'the Eiffel Tower in Paris'] }, prediction)).toBeCloseTo(8 / 9)
  expect(metric({ answer: 'Rome' }, predicted({ answer: undefined }))).toBe(0)
})

test('F1 with a threshold is pass or fail', () => {
  const prediction = predicted({ answer: 'Eiffel Tower is in Paris' })
  const gold = { answer: 'Paris' }
  expect(f1({ field: 'answer', threshold: 0.3 })(gold, prediction)).toBe(true)
  expect(f1({ field: 'answer', threshold: 0.4 })(gold, prediction)).toBe(false)
  expect(() => f1({ field: 'answer', threshold: 40 })).toThrow(OptionError)
})

test('F1 of a list or an object says which metric to take', () => {
  const call = (): unknown => f1({ field: 'tags' })({ tags: ['a'] }, predicted({ tags: ['a'] }))
  expect(call).toThrow(InputError)
  expect(call).toThrow(/`tags` holds no text; compare it with `exactMatch`/)
})

test("yes and no are right or wrong as a whole by HotPotQA's rule", () => {
  const [plain, hotpot] = [f1({ field: 'answer' }), hotpotF1({ field: 'answer' })]
  const prediction = predicted({ answer: 'yes it is' })
  expect(plain({ answer: 'yes' }, prediction)).toBe(0.5)
  expect(hotpot({ answer: 'yes' }, prediction)).toBe(0)
  expect(hotpot({ answer: 'yes' }, predicted({ answer: 'Yes.' }))).toBe(1)
})

test('a passage that holds an answer word by word is a match', () => {
  const metric = passageMatch({ field: 'context', goldField: 'answer' })
  const prediction = predicted({ context: ['Nothing.', 'The Eiffel-Tower is in Paris.'] })
  expect(metric({ answer: 'in Paris' }, prediction)).toBe(true)
  expect(metric({ answer: ['Rome', 'paris'] }, prediction)).toBe(true)
  expect(metric({ answer: 'Par' }, prediction)).toBe(false)
  expect(metric({ answer: 'The' }, prediction)).toBe(false)
  expect(metric({ answer: 'in Paris' }, predicted({ context: 'It is in Paris.' }))).toBe(true)
})

test.each([
  ['exactMatch', exactMatch({ field: 'answer' })],
  ['f1', f1({ field: 'answer' })],
  ['hotpotF1', hotpotF1({ field: 'answer' })],
  ['passageMatch', passageMatch({ field: 'answer', goldField: 'answer' })],
])('%s of an example without an answer says which field it lacks', (_name, metric) => {
  const prediction = predicted({ answer: 'x' })
  expect(() => metric({ answer: undefined }, prediction)).toThrow(InputError)
  expect(() => metric({ answer: [] }, prediction)).toThrow(/has no answer in `answer`/)
})
