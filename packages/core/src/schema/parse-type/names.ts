import type { FieldType } from '../field-type.ts'

const scalars: Readonly<Record<string, FieldType>> = {
  str: { kind: 'str' },
  string: { kind: 'str' },
  int: { kind: 'int' },
  float: { kind: 'float' },
  number: { kind: 'float' },
  bool: { kind: 'bool' },
  boolean: { kind: 'bool' },
  list: { kind: 'list' },
  List: { kind: 'list' },
  Array: { kind: 'list' },
  dict: { kind: 'dict' },
  Dict: { kind: 'dict' },
  Record: { kind: 'dict' },
  tuple: { kind: 'tuple', items: [], rest: { kind: 'any' } },
  Tuple: { kind: 'tuple', items: [], rest: { kind: 'any' } },
  Any: { kind: 'any' },
  any: { kind: 'any' },
  unknown: { kind: 'any' },
  None: { kind: 'none' },
  null: { kind: 'none' },
  true: { kind: 'literal', values: [true] },
  True: { kind: 'literal', values: [true] },
  false: { kind: 'literal', values: [false] },
  False: { kind: 'literal', values: [false] },
}

const specials = [
  'History',
  'Image',
  'Audio',
  'File',
  'Document',
  'Code',
  'Reasoning',
  'Citations',
  'Tool',
  'ToolCall',
  'ToolCalls',
] as const

/** The type of each name that a type expression may use on its own. */
export const typeNames: ReadonlyMap<string, FieldType> = new Map([
  ...Object.entries(scalars),
  ...specials.flatMap((name): [string, FieldType][] => [
    [name, { kind: 'special', name }],
    [`dspy.${name}`, { kind: 'special', name }],
  ]),
])

/** What a name with brackets behind it makes. */
export type GenericKind = 'list' | 'dict' | 'tuple' | 'literal' | 'optional' | 'union' | 'code'

/** The names that take arguments in brackets. */
export const genericKinds: ReadonlyMap<string, GenericKind> = new Map([
  ['list', 'list'],
  ['List', 'list'],
  ['Array', 'list'],
  ['dict', 'dict'],
  ['Dict', 'dict'],
  ['Record', 'dict'],
  ['tuple', 'tuple'],
  ['Tuple', 'tuple'],
  ['Literal', 'literal'],
  ['Optional', 'optional'],
  ['Union', 'union'],
  ['Code', 'code'],
  ['dspy.Code', 'code'],
])
