import { SignatureError } from '../../errors/signature-error.ts'
import type { FieldType } from '../field-type.ts'
import { typeOfArguments } from './arguments.ts'
import { splitAtCommas, splitTopLevel } from './brackets.ts'
import { literalType } from './literal.ts'
import { genericKinds, typeNames } from './names.ts'
import { suggestName } from './suggestion.ts'
import type { Token } from './tokens.ts'
import { unionOf } from './union.ts'

const examples: ReadonlyMap<string, string> = new Map([
  ['Literal', "Literal['a', 'b']"],
  ['Optional', 'Optional[str]'],
  ['Union', 'Union[int, str]'],
])

/** What an expression is read in: the text its tokens point into, and the names it may use. */
export interface TypeScope {
  readonly source: string
  /** The part of the source that errors show, such as the field. */
  readonly shown: string
  readonly named: ReadonlyMap<string, FieldType>
}

/**
 * Reads a type from tokens whose brackets match; `InferTypeExpression` takes the same steps.
 * Throws `SignatureError` that quotes the part at fault.
 */
export function parseTypeExpression(tokens: readonly Token[], scope: TypeScope): FieldType {
  const options = splitTopLevel(tokens, '|')
  if (options.length > 1)
    return unionOf(options.map((option) => parseTypeExpression(option, scope)))
  const [first, second] = tokens
  const last = tokens.at(-1)
  if (first === undefined || last === undefined) {
    throw new SignatureError(`A type is missing in \`${scope.shown}\`.`, scope.shown)
  }
  if (second === undefined) return single(first, scope)
  if (isSymbol(last, '[]')) return arrayOf(tokens.slice(0, -1), scope)
  if (isSymbol(first, '(') && isSymbol(last, ')')) {
    return parseTypeExpression(tokens.slice(1, -1), scope)
  }
  const bracketed = isSymbol(second, '[') ? ']' : isSymbol(second, '<') ? '>' : undefined
  if (first.kind === 'name' && bracketed !== undefined && isSymbol(last, bracketed)) {
    return applied(first, tokens.slice(2, -1), scope, textOf(tokens, scope))
  }
  throw unreadable(tokens, scope)
}

function single(token: Token, scope: TypeScope): FieldType {
  const known =
    token.kind === 'name' ? (scope.named.get(token.text) ?? typeNames.get(token.text)) : undefined
  const type = known ?? literalType(token)
  if (type !== undefined) return type
  if (token.kind === 'name') throw unknownName(token.text, scope)
  throw unreadable([token], scope)
}

function arrayOf(item: readonly Token[], scope: TypeScope): FieldType {
  const [only, second] = item
  if (only?.kind === 'name' && second === undefined && isBareGeneric(only.text, scope)) {
    throw new SignatureError(
      `Empty brackets in \`${scope.shown}\`: write \`${only.text}\` alone, or a type between the brackets.`,
      `${only.text}[]`,
    )
  }
  return { kind: 'list', item: parseTypeExpression(item, scope) }
}

function isBareGeneric(name: string, scope: TypeScope): boolean {
  const kind = genericKinds.get(name)
  return kind !== undefined && kind !== 'code' && !scope.named.has(name)
}

function applied(head: Token, inner: readonly Token[], scope: TypeScope, text: string): FieldType {
  const kind = genericKinds.get(head.text)
  if (kind !== undefined) {
    if (inner.length > 0) {
      const read = (tokens: readonly Token[]): FieldType => parseTypeExpression(tokens, scope)
      return typeOfArguments(kind, { pieces: splitAtCommas(inner), text, read })
    }
    throw new SignatureError(`Empty brackets in \`${text}\`: name a type between them.`, text)
  }
  if (!scope.named.has(head.text) && !typeNames.has(head.text)) throw unknownName(head.text, scope)
  throw new SignatureError(`\`${head.text}\` takes no arguments, as in \`${text}\`.`, text)
}

function unknownName(name: string, scope: TypeScope): SignatureError {
  const example = examples.get(name)
  if (example !== undefined) {
    return new SignatureError(`\`${name}\` needs arguments, such as \`${example}\`.`, name)
  }
  const near = suggestName(name, [
    ...scope.named.keys(),
    ...typeNames.keys(),
    ...genericKinds.keys(),
  ])
  const where = scope.shown === name ? '' : ` in \`${scope.shown}\``
  const suggestion = near === undefined ? '' : ` Did you mean \`${near}\`?`
  return new SignatureError(
    `Unknown type \`${name}\`${where}.${suggestion} Define your own with { types: { ${name}: … } }.`,
    name,
  )
}

function unreadable(tokens: readonly Token[], scope: TypeScope): SignatureError {
  const text = textOf(tokens, scope)
  const where = scope.shown === text ? '' : ` in \`${scope.shown}\``
  return new SignatureError(`\`${text}\` is not a type${where}.`, text)
}

function textOf(tokens: readonly Token[], scope: TypeScope): string {
  return scope.source.slice(tokens[0]?.start, tokens.at(-1)?.end)
}

function isSymbol(token: Token, text: string): boolean {
  return token.kind === 'symbol' && token.text === text
}
