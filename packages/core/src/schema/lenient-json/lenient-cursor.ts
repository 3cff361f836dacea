import { character } from './character.ts'
import type { NumberReading } from './number-from.ts'
import { TextLookup } from './text-lookup.ts'

/** What the reader is in the middle of: the same character means different things in each. */
export type Scope = 'key' | 'value' | 'item'

/** The place of a lenient reader in its text, and the scopes it is in. */
export class LenientCursor {
  readonly text: string
  readonly numbers: NumberReading
  readonly lookup: TextLookup
  position = 0
  /** Where an object opens though its brace is missing; -1 when nowhere. */
  missingBraceAt = -1
  /** Set when the text nests deeper than any real reply. */
  tooDeep = false
  /** Whether a container amid prose has been tried as faultless JSON. */
  isWholeTried = false
  #rereads: number
  readonly #scopes: Scope[] = []
  readonly #counts: Record<Scope, number> = { key: 0, value: 0, item: 0 }

  constructor(text: string, numbers: NumberReading = 'plain') {
    this.text = text
    this.numbers = numbers
    this.lookup = new TextLookup(text)
    this.#rereads = 4 * text.length
  }

  get scope(): Scope | undefined {
    return this.#scopes.at(-1)
  }

  /** Whether an object opens here without its brace. */
  get opensObject(): boolean {
    return this.position === this.missingBraceAt
  }

  get atEnd(): boolean {
    return this.position >= this.text.length
  }

  /** The character at the position, or `offset` away from it; '' outside the text. */
  char(offset = 0): string {
    return this.text.charAt(this.position + offset)
  }

  /** Whether any scope around the position is `scope`. */
  inside(scope: Scope): boolean {
    return this.#counts[scope] > 0
  }

  /** Reads with `scope` as the innermost one. */
  within<T>(scope: Scope, read: () => T): T {
    this.#scopes.push(scope)
    this.#counts[scope]++
    try {
      return read()
    } finally {
      this.#scopes.pop()
      this.#counts[scope]--
    }
  }

  /** Whether `length` characters may be read once more: all repeats together cost at most a few passes. */
  mayReread(length: number): boolean {
    this.#rereads -= length
    return this.#rereads >= 0
  }

  skipSpace(): void {
    this.position = this.lookup.skipSpace(this.position)
  }

  /** Whether a bare word and a colon follow an absolute index. */
  isBareKey(from: number): boolean {
    const start = this.lookup.skipSpace(from)
    let end = start
    while (character.isWord(this.text.charAt(end)) || isDash(this.text.charAt(end))) end++
    return end > start && this.text.charAt(start) !== '-' && this.solidAt(end) === ':'
  }

  /** First solid character at or after an absolute index; '' at the end. */
  solidAt(from: number): string {
    return this.text.charAt(this.lookup.skipSpace(from))
  }
}

function isDash(char: string): boolean {
  return char === '_' || char === '-'
}
