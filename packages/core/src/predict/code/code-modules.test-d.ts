import { expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import type { Prediction } from '../../example/prediction.ts'
import { tool } from '../../schema/special/define-tool.ts'
import { CodeAct } from '../code-act/code-act.ts'
import { ProgramOfThought } from '../program-of-thought/program-of-thought.ts'
import type { REPLEntry } from '../rlm/repl-entry.ts'
import { RLM } from '../rlm/rlm.ts'

const search = tool({
  name: 'search',
  input: z.object({ query: z.string() }),
  execute: ({ query }) => query.length,
})

test('inputs and outputs follow the signature', () => {
  const solve = new ProgramOfThought('question, n: int -> answer: int')
  expectTypeOf(solve).parameter(0).toEqualTypeOf<{ question: string; n: number }>()
  type Solved = { reasoning: string } & { answer: number }
  expectTypeOf(solve).returns.toEqualTypeOf<Promise<Prediction<Solved>>>()

  const act = new CodeAct('question -> answer: list[str]', { tools: [search] })
  expectTypeOf(act).parameter(0).toEqualTypeOf<{ question: string }>()
  expectTypeOf<Awaited<ReturnType<typeof act>>['answer']>().toEqualTypeOf<string[]>()
  expectTypeOf<Awaited<ReturnType<typeof act>>['reasoning']>().toEqualTypeOf<string>()
  expectTypeOf<Awaited<ReturnType<typeof act>>['trajectory']>().toEqualTypeOf<
    Readonly<Record<string, string>>
  >()

  const explore = new RLM({
    inputs: { rows: z.array(z.object({ id: z.string() })) },
    outputs: { best: z.enum(['a', 'b']) },
  })
  expectTypeOf(explore).parameter(0).toEqualTypeOf<{ rows: { id: string }[] }>()
  type Explored = Awaited<ReturnType<typeof explore>>
  expectTypeOf<Explored['best']>().toEqualTypeOf<'a' | 'b'>()
  expectTypeOf<Explored['trajectory']>().toEqualTypeOf<readonly REPLEntry[]>()
  expectTypeOf<Explored['final_reasoning']>().toEqualTypeOf<string>()
})

test('parts are typed predictors', () => {
  const solve = new ProgramOfThought('question -> answer: int')
  expectTypeOf(solve.code_regenerate)
    .parameter(0)
    .toEqualTypeOf<{ question: string } & { previous_code: string; error: string }>()
  const explore = new RLM('context -> answer: int')
  expectTypeOf<Awaited<ReturnType<typeof explore.extract>>['answer']>().toEqualTypeOf<number>()
  expectTypeOf(explore.copy()).toEqualTypeOf<typeof explore>()
})

test('wrong uses do not compile', () => {
  // @ts-expect-error a malformed signature
  new RLM('context: strng -> answer')
  // @ts-expect-error tools are a list
  new CodeAct('question -> answer', { tools: { search } })
  // @ts-expect-error an agent without tools is written as `tools: []`
  new CodeAct('question -> answer', {})
  // @ts-expect-error an option that does not exist
  new ProgramOfThought('question -> answer', { maxIterations: 3 })
  const explore = new RLM('context -> answer')
  // @ts-expect-error a misspelt input
  explore({ contxt: 'x' })
  // @ts-expect-error a field that does not exist
  explore({ context: 'x' }).then((prediction) => prediction.reasoning)
})
