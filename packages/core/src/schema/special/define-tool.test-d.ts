import { expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import { tool } from './define-tool.ts'
import type { Tool } from './tool.ts'

const input = z.object({ city: z.string(), days: z.int().default(3) })

test('a tool gets what its schema makes of the arguments', () => {
  const weather = tool({
    name: 'weather',
    input,
    execute: (args, { signal }) => {
      expectTypeOf(args).toEqualTypeOf<{ city: string; days: number }>()
      expectTypeOf(signal).toEqualTypeOf<AbortSignal>()
    },
  })
  expectTypeOf(weather).toEqualTypeOf<Tool<typeof input>>()
  expectTypeOf(weather).toExtend<Tool>()
})

test('a function is checked against the schema it comes with', () => {
  const forecast = (args: { city: string; days: number }): string => args.city
  expectTypeOf(tool(forecast, { input })).toEqualTypeOf<Tool<typeof input>>()
  // @ts-expect-error the schema gives no `street`
  tool((args: { street: string }) => args.street, { input })
})

test('without a schema the arguments may be anything', () => {
  tool({
    name: 'echo',
    parameters: { type: 'object' },
    execute: (args) => expectTypeOf(args).toEqualTypeOf<Record<string, unknown>>(),
  })
})

test('wrong uses do not compile', () => {
  // @ts-expect-error a name is missing
  tool({ input, execute: () => 1 })
  // @ts-expect-error the schema says that `city` is a text
  tool({ name: 'x', input, execute: ({ city }) => city * 2 })
  // @ts-expect-error an option that does not exist
  tool({ name: 'x', timeout: 3 })
})
