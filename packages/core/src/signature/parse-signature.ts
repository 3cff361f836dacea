import { SignatureError } from '../errors/signature-error.ts'
import type { FieldType } from '../schema/field-type.ts'
import { checkBrackets, splitAtCommas } from '../schema/parse-type/brackets.ts'
import { parseTypeExpression } from '../schema/parse-type/expression.ts'
import { parseTypeTokens, type Token } from '../schema/parse-type/tokens.ts'

/** The fields of a signature string by name, in the order they were written. */
export interface ParsedSignature {
  readonly inputs: ReadonlyMap<string, FieldType>
  readonly outputs: ReadonlyMap<string, FieldType>
}

interface Reading {
  readonly source: string
  readonly named: ReadonlyMap<string, FieldType>
  readonly taken: Set<string>
}

/** Reads `inputs -> outputs`, fields written `name` or `name: type`. Throws `SignatureError`. */
export function parseSignature(
  text: string,
  named: ReadonlyMap<string, FieldType>,
): ParsedSignature {
  const tokens = parseTypeTokens(text)
  const arrows = tokens.flatMap((token, index) => (isSymbol(token, '->') ? [index] : []))
  const [arrow] = arrows
  if (arrow === undefined || arrows.length > 1) {
    throw new SignatureError(
      `A signature has one \`->\` between its inputs and its outputs, as in "question -> answer"; \`${text.trim()}\` has ${arrows.length}.`,
      text,
    )
  }
  const reading: Reading = { source: text, named, taken: new Set() }
  const inputs = parseSide(tokens.slice(0, arrow), reading)
  const outputs = parseSide(tokens.slice(arrow + 1), reading)
  if (outputs.size === 0) {
    throw new SignatureError(
      `A signature needs an output field: name one after the \`->\` of \`${text.trim()}\`.`,
      text,
    )
  }
  return { inputs, outputs }
}

function parseSide(tokens: readonly Token[], reading: Reading): Map<string, FieldType> {
  const fields = new Map<string, FieldType>()
  if (tokens.length === 0) return fields
  checkBrackets(tokens, textOf(tokens, reading))
  for (const piece of splitAtCommas(tokens)) {
    const name = fieldName(piece, textOf(tokens, reading), reading)
    fields.set(name, fieldType(piece, reading))
  }
  return fields
}

function fieldName(piece: readonly Token[], side: string, reading: Reading): string {
  const [name, colon] = piece
  if (name === undefined || isSymbol(name, ':')) {
    throw new SignatureError(`A field name is missing in \`${side}\`.`, side)
  }
  if (name.kind !== 'name' || name.text.includes('.') || (colon && !isSymbol(colon, ':'))) {
    const field = textOf(piece, reading)
    throw new SignatureError(
      `\`${field}\` is not a field: write \`name\` or \`name: type\`, with commas between fields.`,
      field,
    )
  }
  if (reading.taken.has(name.text)) {
    throw new SignatureError(
      `The field \`${name.text}\` appears twice; give each field its own name.`,
      name.text,
    )
  }
  reading.taken.add(name.text)
  return name.text
}

function fieldType(piece: readonly Token[], reading: Reading): FieldType {
  if (piece.length === 1) return { kind: 'str' }
  const shown = textOf(piece, reading)
  return parseTypeExpression(piece.slice(2), { ...reading, shown })
}

function textOf(tokens: readonly Token[], { source }: Reading): string {
  return source.slice(tokens[0]?.start, tokens.at(-1)?.end)
}

function isSymbol(token: Token, text: string): boolean {
  return token.kind === 'symbol' && token.text === text
}
