import { SignatureError } from '../../errors/signature-error.ts'
import type { Token } from './tokens.ts'

const closers: ReadonlyMap<string, string> = new Map([
  ['[', ']'],
  ['(', ')'],
  ['<', '>'],
])
const deepest = 64

/** Throws `SignatureError` unless each bracket of the tokens is closed by its own kind. */
export function checkBrackets(tokens: readonly Token[], shown: string): void {
  const open: string[] = []
  for (const { kind, text } of tokens) {
    if (kind !== 'symbol') continue
    if (closers.has(text)) open.push(text)
    else if (text === ']' || text === ')' || text === '>') closeWith(text, open.pop(), shown)
    if (open.length > deepest) {
      throw new SignatureError(`More than ${deepest} brackets inside each other.`, text)
    }
  }
  const unclosed = open.pop()
  if (unclosed !== undefined) {
    throw new SignatureError(`\`${unclosed}\` is never closed in \`${shown}\`.`, unclosed)
  }
}

function closeWith(closer: string, opener: string | undefined, shown: string): void {
  if (opener === undefined) {
    throw new SignatureError(`\`${closer}\` closes nothing in \`${shown}\`.`, closer)
  }
  if (closers.get(opener) !== closer) {
    throw new SignatureError(`\`${opener}\` is closed by \`${closer}\` in \`${shown}\`.`, closer)
  }
}

/** The runs of tokens between the separators that stand outside all brackets. */
export function splitTopLevel(tokens: readonly Token[], separator: string): Token[][] {
  const first: Token[] = []
  const pieces = [first]
  let piece = first
  let depth = 0
  for (const token of tokens) {
    const symbol = token.kind === 'symbol' ? token.text : ''
    if (symbol === separator && depth === 0) {
      piece = []
      pieces.push(piece)
      continue
    }
    if (closers.has(symbol)) depth += 1
    else if (symbol === ']' || symbol === ')' || symbol === '>') depth -= 1
    piece.push(token)
  }
  return pieces
}

/** `splitTopLevel` at commas, one of which may follow the last piece, as Python allows. */
export function splitAtCommas(tokens: readonly Token[]): Token[][] {
  const pieces = splitTopLevel(tokens, ',')
  return pieces.length > 1 && pieces.at(-1)?.length === 0 ? pieces.slice(0, -1) : pieces
}
