import { expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import { History } from '../example/history.ts'
import { Citations } from '../schema/special/citations.ts'
import { Code } from '../schema/special/code.ts'
import { Image } from '../schema/special/image.ts'
import { Reasoning } from '../schema/special/reasoning.ts'
import { Tool } from '../schema/special/tool.ts'
import { ToolCalls } from '../schema/special/tool-calls.ts'
import { signature } from '../signature/define-signature.ts'
import { Predict } from './predict.ts'

const described = signature({
  inputs: { photo: Image, history: History },
  outputs: { code: Code, why: Reasoning, calls: ToolCalls, cited: Citations, n: z.number() },
})

test('DSPy’s types stand where schemas do, with the types of their values', () => {
  const predict = new Predict(described)
  expectTypeOf(predict).parameter(0).toEqualTypeOf<{
    photo: { url: string }
    history: { messages: Record<string, unknown>[] }
  }>()
  type Outputs = Awaited<ReturnType<typeof predict>>
  expectTypeOf<Outputs['code']>().toEqualTypeOf<string>()
  expectTypeOf<Outputs['why']>().toEqualTypeOf<string>()
  expectTypeOf<Outputs['calls']['toolCalls'][number]['name']>().toEqualTypeOf<string>()
  expectTypeOf<Outputs['cited']['citations'][number]['citedText']>().toEqualTypeOf<string>()
})

test('instances and plain values fit the fields of signature strings', () => {
  const look = new Predict(
    'photo: Image, tools: list[Tool], history: History -> caption, cited: Citations',
  )
  const tool = new Tool({
    name: 'add',
    input: z.object({ a: z.number() }),
    execute: ({ a }) => {
      expectTypeOf(a).toEqualTypeOf<number>()
      return a
    },
  })
  expectTypeOf(look).toBeCallableWith({
    photo: new Image('https://x.y/z.png'),
    tools: [tool],
    history: new History([]),
  })
  expectTypeOf(look).toBeCallableWith({
    photo: { url: 'https://x.y/z.png' },
    tools: [],
    history: { messages: [] },
  })
  // @ts-expect-error an image is no text
  look({ photo: 'https://x.y/z.png', tools: [], history: new History([]) })
})

test('instances of the classes fit the fields of their names', () => {
  const act = new Predict('q, calls: ToolCalls -> a')
  expectTypeOf(act).toBeCallableWith({ q: 'x', calls: new ToolCalls([]) })
})
