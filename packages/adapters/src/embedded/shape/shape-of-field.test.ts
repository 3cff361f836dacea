import { describe, expect, it } from 'vitest'
import { shapeOfField } from './shape-of-field.ts'

describe('shapeOfField', () => {
  it("reads a Literal's options with their quotes and numbers", () => {
    expect(shapeOfField(`Literal['a', "it's", 'x; y', 3]`, '', '')).toEqual({
      kind: 'choice',
      options: ['a', "it's", 'x; y', 3],
    })
  })

  it('reads an enum, whose options only the note tells', () => {
    const note = 'must be one of: low; high'
    expect(shapeOfField('Priority', '', note)).toEqual({ kind: 'choice', options: ['low', 'high'] })
  })

  it('reads the bounds of a number from its description', () => {
    const constraints = 'Constraints: greater than: 2, less than or equal to: 5'
    expect(shapeOfField('int', constraints, '')).toEqual({
      kind: 'number',
      integer: true,
      minimum: 3,
      maximum: 5,
    })
    expect(shapeOfField('float', 'between 0 and 10', '')).toMatchObject({ minimum: 0, maximum: 10 })
  })

  it('follows references of a JSON Schema and ends a recursive one', () => {
    const note =
      'must adhere to the JSON schema: {"$defs": {"Node": {"type": "object", "properties": {"next": {"anyOf": [{"$ref": "#/$defs/Node"}, {"type": "null"}]}}}}, "$ref": "#/$defs/Node"}'
    const shape = shapeOfField('Node', '', note)
    expect(shape).toMatchObject({ kind: 'object', properties: [{ name: 'next' }] })
    expect(JSON.stringify(shape)).toContain('"kind":"null"')
  })

  it('reads lists, tuples and optional types by their names', () => {
    expect(shapeOfField('list[list[int]]', '', '')).toMatchObject({
      item: { item: { integer: true } },
    })
    expect(shapeOfField('tuple[int, str]', '', '')).toMatchObject({
      items: [{ kind: 'number' }, { kind: 'text' }],
    })
    expect(shapeOfField('Union[bool, NoneType]', '', '')).toEqual({
      kind: 'optional',
      inner: { kind: 'boolean' },
    })
  })
})
