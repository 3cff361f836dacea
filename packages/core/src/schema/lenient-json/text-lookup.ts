import { character } from './character.ts'

/** Answers "where is the next …" over one text in constant time, so that looking ahead from every character stays linear. */
export class TextLookup {
  readonly #text: string
  #escaped: Uint8Array | undefined
  readonly #nextOf = new Map<string, Int32Array>()
  readonly #countBefore = new Map<string, Int32Array>()

  constructor(text: string) {
    this.#text = text
  }

  /** Index of the first `char` at or after `from` that no backslash escapes; the text's length when there is none. */
  next(char: string, from: number): number {
    const table = this.#nextOf.get(char) ?? this.#build(char)
    return table[from] ?? this.#text.length
  }

  /** As `next`, for the nearest of several characters. */
  nextAny(chars: readonly string[], from: number): number {
    return chars.reduce((nearest, char) => Math.min(nearest, this.next(char, from)), Infinity)
  }

  /** How many `char` stand in [from, to) that no backslash escapes. */
  count(char: string, from: number, to: number): number {
    const before = this.#countBefore.get(char) ?? this.#buildCount(char)
    return (before[to] ?? 0) - (before[from] ?? 0)
  }

  /** Index of the first character at or after `from` that is not white space. */
  skipSpace(from: number): number {
    const table = this.#nextOf.get('') ?? this.#buildSolid()
    return table[from] ?? Math.max(from, this.#text.length)
  }

  #build(char: string): Int32Array {
    const text = this.#text
    this.#escaped ??= findEscaped(text)
    const table = new Int32Array(text.length).fill(text.length)
    let from = 0
    for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) {
      if (this.#escaped[at] === 1) continue
      table.fill(at, from, at + 1)
      from = at + 1
    }
    this.#nextOf.set(char, table)
    return table
  }

  #buildCount(char: string): Int32Array {
    const before = new Int32Array(this.#text.length + 1)
    for (let at = 0; at < this.#text.length; at++) {
      before[at + 1] = (before[at] ?? 0) + (this.next(char, at) === at ? 1 : 0)
    }
    this.#countBefore.set(char, before)
    return before
  }

  #buildSolid(): Int32Array {
    const text = this.#text
    const table = new Int32Array(text.length)
    let nearest = text.length
    for (let at = text.length - 1; at >= 0; at--) {
      const code = text.charCodeAt(at)
      const isPlain = code > 0x20 && code < 0x80
      if (isPlain || !character.isSpace(text.charAt(at))) nearest = at
      table[at] = nearest
    }
    this.#nextOf.set('', table)
    return table
  }
}

/** 1 at each character behind an odd run of backslashes. */
function findEscaped(text: string): Uint8Array {
  const escaped = new Uint8Array(text.length)
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 1)) {
    if (escaped[at] === 0) escaped[at + 1] = 1
  }
  return escaped
}
