import { expect, test } from 'vitest'
import type { LMCapabilities } from '../../lm/lm.ts'
import { signature } from '../../signature/define-signature.ts'
import { JSONAdapter } from './json-adapter.ts'

const strict = signature('question -> answer: list[int]')
// What may hold anything has no strict schema.
const open = signature('question -> answer: dict[str, Any]')

test.for([
  [{ jsonSchema: true, jsonObject: true }, 'json_schema', 'json_object'],
  [{ jsonSchema: true }, 'json_schema', undefined],
  [{ jsonObject: true }, 'json_object', 'json_object'],
  [{}, undefined, undefined],
] satisfies [LMCapabilities, string | undefined, string | undefined][])(
  'an LM that can %j is asked for what it can enforce and no more',
  ([capabilities, forStrict, forOpen]) => {
    const adapter = new JSONAdapter()
    expect(adapter.config(strict, capabilities).responseFormat?.type).toBe(forStrict)
    expect(adapter.config(open, capabilities).responseFormat?.type).toBe(forOpen)
  },
)
