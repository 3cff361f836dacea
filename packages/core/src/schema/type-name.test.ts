import { expect, test } from 'vitest'
import type { FieldType } from './field-type.ts'
import { typeName } from './type-name.ts'

const int: FieldType = { kind: 'int' }
const str: FieldType = { kind: 'str' }

test.each<[FieldType, string]>([
  [str, 'str'],
  [{ kind: 'any' }, 'Any'],
  [{ kind: 'list' }, 'list'],
  [{ kind: 'dict' }, 'dict'],
  [{ kind: 'list', item: { kind: 'dict', value: { kind: 'any' } } }, 'list[dict[str, Any]]'],
  [{ kind: 'tuple', items: [int, str] }, 'tuple[int, str]'],
  [{ kind: 'tuple', items: [], rest: int }, 'tuple[int, Ellipsis]'],
  [{ kind: 'union', options: [int, { kind: 'none' }] }, 'Union[int, NoneType]'],
  [
    { kind: 'literal', values: ['a', "it's", 'q"q', 3, true] },
    `Literal['a', "it's", 'q"q', 3, True]`,
  ],
  [{ kind: 'literal', values: [`both ' and "`] }, `Literal['both \\' and "']`],
  [{ kind: 'special', name: 'Reasoning' }, 'str'],
  [{ kind: 'special', name: 'Code', language: 'java' }, 'Code_java'],
  [{ kind: 'special', name: 'Image' }, 'Image'],
])('%j is shown as DSPy names it', (type, expected) => {
  expect(typeName(type)).toBe(expected)
})
