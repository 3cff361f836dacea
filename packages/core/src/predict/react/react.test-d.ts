import { expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import type { Prediction } from '../../example/prediction.ts'
import type { JSONValue } from '../../schema/json-value.ts'
import { tool } from '../../schema/special/define-tool.ts'
import { ReAct, type ReActOutputs } from './react.ts'

const now = tool({ name: 'now', execute: () => 12 })
const add = tool({
  name: 'add',
  input: z.object({ a: z.number(), b: z.number() }),
  execute: ({ a, b }) => a + b,
})

test('inputs, outputs and the trajectory are typed', async () => {
  const agent = new ReAct("question -> answer: 'yes' | 'no'", { tools: [now, add] })
  expectTypeOf(agent).parameter(0).toEqualTypeOf<{ question: string }>()
  type Expected = Prediction<ReActOutputs<{ answer: 'yes' | 'no' }>>
  expectTypeOf(agent).returns.toEqualTypeOf<Promise<Expected>>()
  const read = ({ answer, reasoning, trajectory }: Expected): void => {
    expectTypeOf(answer).toEqualTypeOf<'yes' | 'no'>()
    expectTypeOf(reasoning).toEqualTypeOf<string>()
    expectTypeOf(trajectory['thought_0']).toEqualTypeOf<string | undefined>()
    expectTypeOf(trajectory['tool_args_12']).toEqualTypeOf<
      Readonly<Record<string, unknown>> | undefined
    >()
    expectTypeOf(trajectory['observation_0']).toEqualTypeOf<JSONValue | undefined>()
    // @ts-expect-error a key that no step has
    void trajectory['answer_0']
  }
  expectTypeOf(read).toBeFunction()
  expectTypeOf(agent.copy()).toEqualTypeOf<typeof agent>()
})

test('wrong uses do not compile', () => {
  // @ts-expect-error a malformed signature
  new ReAct('question: strng -> answer', { tools: [now] })
  // @ts-expect-error tools are missing
  new ReAct('question -> answer', {})
  // @ts-expect-error a function without a schema
  new ReAct('question -> answer', { tools: [() => 1] })
  // @ts-expect-error an option that does not exist
  new ReAct('question -> answer', { tools: [now], maxSteps: 3 })
  const agent = new ReAct('question -> answer', { tools: [now] })
  // @ts-expect-error a misspelt input
  const call = (): unknown => agent({ query: 'x' })
  expectTypeOf(call).toBeFunction()
})
