import { expect, test } from 'vitest'
import { OptionError } from '../errors/option-error.ts'
import { example } from '../example/example.ts'
import { ChainOfThought } from '../predict/chain-of-thought.ts'
import { Predict } from '../predict/predict.ts'
import { configure } from '../settings/configure.ts'
import { callHistory } from '../settings/history/call-history.ts'
import { clearHistory } from '../settings/history/call-ring.ts'
import { MockLM } from '../testing/mock-lm.ts'
import { evaluate } from './evaluate.ts'

const program = new ChainOfThought('question -> answer')
program.setLM(new MockLM({ reasoning: 'so', answer: 'yes' }))
const judge = new Predict('answer -> good: bool')
judge.lm = new MockLM({ good: true })
const metric = async (_gold: object, { answer }: { answer: string }): Promise<boolean> =>
  (await judge({ answer })).good
const devset = ['one', 'two', 'three'].map((question) =>
  example({ question, answer: 'yes' }, { inputs: ['question'] }),
)

test('a row keeps the calls of its program, and not those of the metric or of other rows', async () => {
  const { rows } = await evaluate(program, { devset, metric, keepPrompts: true })
  for (const { example: row, calls } of rows) {
    expect(calls).toHaveLength(1)
    expect(calls?.[0]?.predictor).toBe('predict')
    expect(String(calls?.[0]?.messages.at(-1)?.content)).toContain(row.question)
    expect(calls?.[0]?.response?.outputs[0]?.text).toContain('yes')
  }
})

test('nothing is kept unless asked for', async () => {
  const { rows } = await evaluate(program, { devset, metric })
  expect(rows.some((row) => 'calls' in row)).toBe(false)
})

test('what is kept does not depend on the history, which may keep nothing', async () => {
  clearHistory()
  configure({ history: 0 })
  const { rows } = await evaluate(program, { devset, metric, keepPrompts: true })
  configure({ history: undefined })
  expect(rows.map(({ calls }) => calls?.length)).toEqual([1, 1, 1])
  expect(callHistory()).toEqual([])
})

test('beyond the limit of bytes calls are only counted', async () => {
  const [first] = (await evaluate(program, { devset, metric, keepPrompts: true })).rows
  const bytes = 2 * JSON.stringify(first?.calls?.[0]?.messages).length
  const { rows } = await evaluate(program, {
    devset,
    metric,
    concurrency: 1,
    keepPrompts: { bytes },
  })
  expect(rows.map(({ calls }) => calls?.length)).toEqual([1, 0, 0])
  expect(rows.map(({ callsLeftOut }) => callsLeftOut)).toEqual([undefined, 1, 1])
})

test('a limit that is no number of bytes is refused', async () => {
  const call = evaluate(program, { devset, metric, keepPrompts: { bytes: -1 } })
  await expect(call).rejects.toThrow(OptionError)
})

test('an evaluation inside a program tells its calls to the one around it too', async () => {
  const outer = async (): ReturnType<typeof program> => {
    const { rows } = await evaluate(program, { devset, metric, keepPrompts: true })
    const [prediction] = rows.flatMap((row) => row.prediction ?? [])
    if (!prediction) throw new Error('no prediction')
    return prediction
  }
  const { rows } = await evaluate(outer, {
    devset: devset.slice(0, 1),
    metric: () => 1,
    keepPrompts: true,
  })
  // The three predictions, and the three verdicts on them.
  expect(rows[0]?.calls).toHaveLength(6)
})
