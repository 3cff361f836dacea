import type { FieldType } from '../field-type.ts'
import type { Token } from './tokens.ts'

const constants: ReadonlyMap<string, FieldType> = new Map([
  ['True', { kind: 'literal', values: [true] }],
  ['true', { kind: 'literal', values: [true] }],
  ['False', { kind: 'literal', values: [false] }],
  ['false', { kind: 'literal', values: [false] }],
  ['None', { kind: 'none' }],
  ['null', { kind: 'none' }],
])

/** The type of one literal token such as `'a'`, `3` or `True`; undefined when it is none. */
export function literalType(token: Token): FieldType | undefined {
  switch (token.kind) {
    case 'quoted':
      return { kind: 'literal', values: [token.text] }
    case 'number':
      // As in TypeScript's own literal types, `1.0` or `007` is not the name of a value.
      return String(Number(token.text)) === token.text
        ? { kind: 'literal', values: [Number(token.text)] }
        : undefined
    case 'name':
      return constants.get(token.text)
    case 'symbol':
      return undefined
  }
}
