import { expectTypeOf, test } from 'vitest'
import { evaluate } from '../../evaluate/evaluate.ts'
import { Predict } from '../../predict/predict.ts'
import { OutcomeTable } from './outcome-table.ts'

const answer = '{model}:answer'

test('models that are named are known, others are any text', () => {
  const named = OutcomeTable.fromCSV('', { answer, models: ['small', 'large'] })
  expectTypeOf(named.models).toEqualTypeOf<readonly ('small' | 'large')[]>()
  expectTypeOf(named.lm).parameter(0).toEqualTypeOf<'small' | 'large'>()
  expectTypeOf(named.summary()[0]?.model).toEqualTypeOf<'small' | 'large' | undefined>()
  const found = OutcomeTable.fromRows([], { answer })
  expectTypeOf(found.lm).parameter(0).toEqualTypeOf<string>()
})

test('examples have the inputs and the label that the columns name', () => {
  const [plain] = OutcomeTable.fromCSV('', { answer }).devset()
  expectTypeOf(plain?.example).toEqualTypeOf<string | undefined>()
  const [keyed] = OutcomeTable.fromCSV('', { answer, example: 'id' }).devset()
  expectTypeOf(keyed?.inputs()).toEqualTypeOf<Readonly<Record<'id', string>> | undefined>()
  const table = OutcomeTable.fromRows([], { answer, inputs: ['question'], output: 'verdict' })
  const [example] = table.devset()
  expectTypeOf(example?.question).toEqualTypeOf<string | undefined>()
  expectTypeOf(example?.verdict).toEqualTypeOf<string | undefined>()
  // @ts-expect-error: no such column was named.
  example?.text
})

test('a program is evaluated on the table when it takes its inputs and answers in its output', () => {
  const table = OutcomeTable.fromCSV('', { answer, inputs: ['question'] })
  const [devset, metric] = [table.devset(), table.metric]
  void (() => evaluate(new Predict('question -> answer'), { devset, metric }))
  // @ts-expect-error: the examples have no such input.
  void (() => evaluate(new Predict('text -> answer'), { devset, metric }))
  // @ts-expect-error: the metric asks for an answer.
  void (() => evaluate(new Predict('question -> verdict'), { devset, metric }))
})
