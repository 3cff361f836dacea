import { expectTypeOf, test } from 'vitest'
import type { History } from '../../example/history.ts'
import type { Prediction } from '../../example/prediction.ts'
import { tool } from '../../schema/special/define-tool.ts'
import { ReActV2 } from './react-v2.ts'

const now = tool({ name: 'now', execute: () => 12 })

test('inputs and outputs are typed, with a history on both sides', () => {
  const agent = new ReActV2("question -> answer: 'yes' | 'no'", { tools: [now] })
  type Predicted = Awaited<ReturnType<typeof agent>>
  expectTypeOf<Predicted['answer']>().toEqualTypeOf<'yes' | 'no'>()
  expectTypeOf<Predicted['history']>().toEqualTypeOf<History>()
  expectTypeOf<Predicted['terminationReason']>().toEqualTypeOf<
    'submit' | 'forced_submit' | 'extract'
  >()
  expectTypeOf<Predicted>().toExtend<Prediction<{ answer: 'yes' | 'no' }>>()
  const goOn = async (): Promise<unknown> => {
    const { history } = await agent({ question: 'x' })
    return agent({ question: 'y', history })
  }
  expectTypeOf(goOn).toBeFunction()
  expectTypeOf(agent.copy()).toEqualTypeOf<typeof agent>()
})

test('wrong uses do not compile', () => {
  // @ts-expect-error a malformed signature
  new ReActV2('question: strng -> answer', { tools: [now] })
  // @ts-expect-error an option that does not exist
  new ReActV2('question -> answer', { tools: [now], parallel: true })
  const agent = new ReActV2('question -> answer', { tools: [now] })
  // @ts-expect-error a history is no text
  const call = (): unknown => agent({ question: 'x', history: 'before' })
  // @ts-expect-error an output that does not exist
  const read = async (): Promise<unknown> => (await agent({ question: 'x' })).score
  expectTypeOf(call).toBeFunction()
  expectTypeOf(read).toBeFunction()
})
