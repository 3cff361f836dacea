import { ChatAdapter, outputSchema, signature } from '@ockham/core'
import { expect, test } from 'vitest'
import { namedTypes } from './named-types.ts'
import { withoutDocumentationIn } from './on-purpose.ts'
import { vectors } from './vectors.ts'

interface TypeVector {
  id: string
  type: string
  name: string
  note: string
  jsonSchema: object
}

const recorded = vectors<TypeVector>('type-names')

function output(type: string) {
  const probe: string = `x -> y: ${type}, z`
  return signature(probe, { types: namedTypes })
}

test.each(recorded)('$id: $type has DSPy’s name and note', ({ type, name, note }) => {
  const [system] = new ChatAdapter().format(output(type), [], { x: '' })
  expect(system?.content).toContain(`1. \`y\` (${name}): \n`)
  expect(system?.content).toContain(
    `[[ ## y ## ]]\n{y}${withoutDocumentationIn(note)}\n\n[[ ## z ## ]]`,
  )
})

test.each(recorded)('$id: the JSON Schema of $type is pydantic’s', ({ type, jsonSchema }) => {
  const { properties, $defs } = JSON.parse(JSON.stringify(outputSchema(output(type))))
  const { title: _title, ...schema } = properties.y
  expect({ ...schema, $defs: $defs ?? {} }).toEqual(
    asPart(JSON.parse(withoutDocumentationIn(JSON.stringify(jsonSchema)))),
  )
})

// A named type stands at the root of a schema, and as a reference inside another.
function asPart(root: object): object {
  const { $defs = {}, ...schema }: { $defs?: object; title?: string } = root
  const { title } = schema
  const isNamed = title !== undefined
  return isNamed
    ? { $ref: `#/$defs/${title}`, $defs: { ...$defs, [title]: schema } }
    : { ...schema, $defs }
}
