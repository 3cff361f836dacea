import { SignatureError } from '../../errors/signature-error.ts'
import { assertNever } from '../../internal/assert-never.ts'
import type { FieldType } from '../field-type.ts'
import type { LiteralValue } from '../is-literal-value.ts'
import { literalType } from './literal.ts'
import type { GenericKind } from './names.ts'
import type { Token } from './tokens.ts'
import { unionOf } from './union.ts'

/** The arguments of `dict[str, int]`: their tokens, the whole text, and how to read one as a type. */
export interface TypeArguments {
  readonly pieces: readonly (readonly Token[])[]
  readonly text: string
  readonly read: (tokens: readonly Token[]) => FieldType
}

/** The type that a name makes of its arguments. Throws `SignatureError` on wrong ones. */
export function typeOfArguments(kind: GenericKind, given: TypeArguments): FieldType {
  switch (kind) {
    case 'list':
      return { kind: 'list', item: given.read(only(given)) }
    case 'optional':
      return unionOf([given.read(only(given)), { kind: 'none' }])
    case 'union':
      return unionOf(given.pieces.map(given.read))
    case 'literal':
      return {
        kind: 'literal',
        values: [...new Set(given.pieces.flatMap((piece) => literalArgument(piece, given.text)))],
      }
    case 'dict':
      return dictOf(given)
    case 'tuple':
      return tupleOf(given)
    case 'code':
      return codeOf(given)
    default:
      return assertNever(kind)
  }
}

function only({ pieces, text }: TypeArguments): readonly Token[] {
  const [piece] = pieces
  if (piece !== undefined && pieces.length === 1) return piece
  throw new SignatureError(`\`${text}\` takes one type and was given ${pieces.length}.`, text)
}

function literalArgument(piece: readonly Token[], text: string): readonly LiteralValue[] {
  const [token] = piece
  const type = token !== undefined && piece.length === 1 ? literalType(token) : undefined
  if (type?.kind === 'literal') return type.values
  if (type?.kind === 'none') return [null]
  throw new SignatureError(
    `\`${text}\` must hold quoted texts, numbers, True, False or None, as in \`Literal['a', 3, True]\`.`,
    text,
  )
}

function dictOf({ pieces, text, read }: TypeArguments): FieldType {
  const [key, value] = pieces
  if (key === undefined || value === undefined || pieces.length > 2) {
    throw new SignatureError(
      `\`${text}\` takes a key type and a value type, as in \`dict[str, int]\`.`,
      text,
    )
  }
  const [name] = key
  if (key.length !== 1 || name?.kind !== 'name' || !/^str(?:ing)?$/.test(name.text)) {
    throw new SignatureError(`The key type of \`${text}\` must be \`str\`.`, text)
  }
  return { kind: 'dict', value: read(value) }
}

function tupleOf({ pieces, text, read }: TypeArguments): FieldType {
  const rest = pieces.findIndex(([token]) => token?.kind === 'symbol' && token.text === '...')
  if (rest === -1) return { kind: 'tuple', items: pieces.map(read) }
  const [item] = pieces
  if (item === undefined || rest !== 1 || pieces.length !== 2 || pieces[1]?.length !== 1) {
    throw new SignatureError(
      `In \`${text}\`, \`...\` stands after one type only, as in \`tuple[int, ...]\`.`,
      text,
    )
  }
  return { kind: 'tuple', items: [], rest: read(item) }
}

function codeOf(given: TypeArguments): FieldType {
  const [token, second] = only(given)
  if (token?.kind === 'quoted' && second === undefined) {
    return { kind: 'special', name: 'Code', language: token.text }
  }
  throw new SignatureError(
    `\`${given.text}\` must hold a language in quotes, as in \`Code["python"]\`.`,
    given.text,
  )
}
