import { expectTypeOf, test } from 'vitest'
import { example } from '../../example/example.ts'
import { ChainOfThought } from '../../predict/chain-of-thought.ts'
import { Predict } from '../../predict/predict.ts'
import { evaluate } from '../evaluate.ts'
import type { Metric } from '../metric.ts'
import { exactMatch } from './exact-match.ts'
import { f1 } from './f1.ts'
import { judge } from './judge/judge.ts'
import { RubricJudge } from './judge/rubric-judge.ts'
import { passageMatch } from './passage-match.ts'
import { CompleteAndGrounded } from './semantic/complete-and-grounded.ts'
import { SemanticF1 } from './semantic/semantic-f1.ts'
import { weightedMetric } from './weighted-metric.ts'
import { withFeedback } from './with-feedback.ts'

const program = new ChainOfThought('question -> answer, sure: bool')
const devset = [example({ question: 'q', answer: 'a' }, { inputs: ['question'] })]

test('a metric takes the program and the devset that have its fields', () => {
  evaluate(program, { devset, metric: exactMatch({ field: 'answer' }) })
  evaluate(program, { devset, metric: f1({ field: 'answer', goldField: 'question' }) })
  evaluate(program, { devset, metric: judge({ rubric: 'short', fields: ['answer'] }) })
  evaluate(program, { devset, metric: judge({ rubric: 'short' }) })
  evaluate(program, { devset, metric: new SemanticF1().metric({ field: 'answer' }) })
  const parts = { exact: { metric: exactMatch({ field: 'answer' }) } }
  evaluate(program, { devset, metric: weightedMetric(parts) })
})

test('a misspelt field does not compile', () => {
  // @ts-expect-error the program predicts no such field
  evaluate(program, { devset, metric: exactMatch({ field: 'anser' }) })
  // @ts-expect-error the examples have no such field
  evaluate(program, { devset, metric: f1({ field: 'answer', goldField: 'gold' }) })
  // @ts-expect-error the program predicts no such field
  evaluate(program, { devset, metric: passageMatch({ field: 'context', goldField: 'answer' }) })
  // @ts-expect-error the program predicts no such field
  evaluate(program, { devset, metric: judge({ rubric: 'short', fields: ['anser'] }) })
  // @ts-expect-error the program predicts no `response`
  evaluate(program, { devset, metric: new SemanticF1().metric() })
  const ofNumbers = new SemanticF1().metric({ field: 'sure', goldField: 'answer' })
  // @ts-expect-error the field is no text
  evaluate(program, { devset, metric: ofNumbers })
  // @ts-expect-error the program predicts no passages
  evaluate(program, { devset, metric: new CompleteAndGrounded().metric({ field: 'answer' }) })
})

test("DSPy's names need not be said", () => {
  const rag = new Predict('question -> response, context: list[str]')
  const rows = [example({ question: 'q', response: 'a' }, { inputs: ['question'] })]
  evaluate(rag, { devset: rows, metric: new SemanticF1().metric() })
  evaluate(rag, { devset: rows, metric: new CompleteAndGrounded().metric() })
})

test('words are found for the rows of the metric', () => {
  const plain: Metric<{ answer: string }, { answer: string }> = () => 1
  const metric = withFeedback(plain, ({ gold, prediction, score }) => {
    expectTypeOf(gold.answer).toEqualTypeOf<string>()
    expectTypeOf(prediction.answer).toEqualTypeOf<string>()
    return score < 1 ? gold.answer : undefined
  })
  expectTypeOf(metric).toEqualTypeOf<Metric<{ answer: string }, { answer: string }>>()
})

test('a verdict is one of the scale', async () => {
  const graded = new RubricJudge({ rubric: 'short', scale: ['poor', 'fair', 'good'] })
  const { verdict } = await graded({ task: {}, reference: {}, response: {} })
  expectTypeOf(verdict).toEqualTypeOf<'poor' | 'fair' | 'good'>()
  const plain = await new RubricJudge({ rubric: 'short' })({
    task: {},
    reference: {},
    response: {},
  })
  expectTypeOf(plain.verdict).toEqualTypeOf<'fail' | 'pass'>()
})
