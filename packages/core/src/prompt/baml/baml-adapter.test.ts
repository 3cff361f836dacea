import { expect, test } from 'vitest'
import { z } from 'zod'
import { Predict } from '../../predict/predict.ts'
import { makeSignature } from '../../signature/make-signature.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { BAMLAdapter } from './baml-adapter.ts'

const Place = z
  .object({ street: z.string().describe('with number'), zip: z.string() })
  .describe('Where.')

interface Part {
  name: string
  parts: Part[]
}
const Part: z.ZodType<Part> = z.object({
  name: z.string(),
  get parts() {
    return z.array(Part)
  },
})

function structure(spec: string): string {
  const signature = makeSignature(spec, {
    types: { Place, Part, Level: z.enum({ LOW: 'low', HIGH: 'high' }) },
  })
  const [system] = new BAMLAdapter().format(signature, [], {})
  return String(system?.content).split('[[ ## y ## ]]\n')[1]?.split('\n\n[[ ## completed')[0] ?? ''
}

test.each([
  ['y: str', 'string'],
  ['y: Optional[int]', 'int or null'],
  ["y: Literal['a', 3]", '"a" or "3"'],
  ['y: list[list[float]]', 'float[][]'],
  ['y: dict[str, bool]', 'dict[string, boolean]'],
  ['y: Level', '"low" or "high"'],
  ['y: Any', 'Any'],
])('%s is told as %s', (field, told) => {
  expect(structure(`x -> ${field}`)).toBe(`\`y\` is of this type: ${told}`)
})

test('a model stands with its descriptions as comments', () => {
  expect(structure('x -> y: list[Place]')).toBe(
    '`y` is of this type: [\n  {\n    # with number\n    street: string,\n    zip: string,\n  }\n]',
  )
})

test('a model may occur twice, and inside itself it is named', () => {
  expect(structure('x -> a: Place, y: Place')).toContain('# Where.\n{\n')
  expect(structure('x -> y: Part')).toContain('parts: Part[]')
})

test('a model given as an input stands over several lines, and the reply is JSON', async () => {
  const lm = new MockLM({ y: 'ok' })
  const describe = new Predict(makeSignature('place: Place -> y', { types: { Place } }))
  const inputs = { place: { street: 'A 1', zip: '1' } }
  expect(await describe(inputs, { lm, adapter: new BAMLAdapter() })).toEqual({ y: 'ok' })
  expect(lm.requests[0]?.messages[1]?.content).toMatch(
    /^\[\[ ## place ## \]\]\n\{\n {2}"street": "A 1",\n {2}"zip": "1"\n\}\n\nRespond with a JSON object/,
  )
})
