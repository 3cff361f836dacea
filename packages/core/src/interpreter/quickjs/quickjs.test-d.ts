import { expectTypeOf, test } from 'vitest'
import type { JSONValue } from '../../schema/json-value.ts'
import type { CodeInterpreter, MakeInterpreter } from '../code-interpreter.ts'
import { quickJS } from './quickjs.ts'

test('quickJS makes interpreters, with and without limits', () => {
  expectTypeOf(quickJS()).toEqualTypeOf<MakeInterpreter>()
  expectTypeOf(quickJS({ timeoutMs: 1, memoryMB: 1 })).toEqualTypeOf<MakeInterpreter>()
  expectTypeOf(quickJS()()).toEqualTypeOf<CodeInterpreter>()
  expectTypeOf(quickJS()().run('1'))
    .resolves.toHaveProperty('value')
    .toEqualTypeOf<JSONValue | undefined>()
})

test('functions take JSON, and wrong uses do not compile', () => {
  quickJS()({ functions: { search: (query) => String(query) }, finals: ['submit'] })
  // @ts-expect-error a limit that does not exist
  quickJS({ timeout: 1 })
  // @ts-expect-error a function takes JSON only
  quickJS()({ functions: { search: (query: Date) => query.getTime() } })
  // @ts-expect-error variables are JSON
  void quickJS()().run('1', { variables: { now: new Date() } })
})
