import { SignatureError } from '../../errors/signature-error.ts'

/** One piece of a signature or type text; `text` is as written, except that quotes are undone. */
export interface Token {
  readonly kind: 'name' | 'number' | 'quoted' | 'symbol'
  readonly text: string
  readonly start: number
  readonly end: number
}

const patterns = [
  ['name', /[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{M}\p{N}_]*)*/uy],
  ['number', /-?\d+(?:\.\d+)?(?:e[+-]\d+)?(?![\p{L}\p{N}_])/uy],
  ['quoted', /'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"/uy],
  ['symbol', /->|\.\.\.|\[\]|[[\](),:|<>]/uy],
] as const

const space = /[ \n\t\r]*/uy

/** Cuts text into tokens. Throws `SignatureError` on a quote that is not closed or a stray character. */
export function parseTypeTokens(text: string): Token[] {
  const tokens: Token[] = []
  let position = skipSpace(text, 0)
  while (position < text.length) {
    const token = tokenAt(text, position)
    tokens.push(token)
    position = skipSpace(text, token.end)
  }
  return tokens
}

function skipSpace(text: string, position: number): number {
  space.lastIndex = position
  return position + (space.exec(text)?.[0].length ?? 0)
}

function tokenAt(text: string, start: number): Token {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = start
    const found = pattern.exec(text)?.[0]
    if (found !== undefined) {
      const end = start + found.length
      return { kind, text: kind === 'quoted' ? unquote(found) : found, start, end }
    }
  }
  const rest = text.slice(start)
  if (rest.startsWith("'") || rest.startsWith('"')) {
    throw new SignatureError(`The quote that opens \`${rest}\` is never closed.`, rest)
  }
  const part = /^[^\s,:|[\]()<>'"]+/u.exec(rest)?.[0] ?? rest.slice(0, 1)
  throw new SignatureError(
    `Unexpected \`${part}\` in \`${text.trim()}\`. Names are made of letters, digits and \`_\`, and do not start with a digit.`,
    part,
  )
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }

function unquote(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(/\\([\s\S])/gu, (_, escaped: string) => escapes[escaped] ?? escaped)
}
