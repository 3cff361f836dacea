import { DeltaList } from '../delta-list.ts'
import type { FieldDelta, FieldStream } from '../field-stream.ts'
import { JSONStringDecoder } from './json-string-decoder.ts'

const special = /["\\]/
const nothing: FieldDelta[] = []

type State = 'seek' | 'key' | 'in-key' | 'colon' | 'value' | 'text' | 'raw' | 'comma' | 'over'

/**
 * Reads the members of the first JSON object of a reply: strings are decoded as they come, other values
 * come as their JSON text. A reply that is not clean JSON ends the stream early; the parser has the last word.
 */
export class JSONFieldStream implements FieldStream {
  private readonly names: ReadonlySet<string>
  /** Fields whose values are texts: another JSON value of theirs is only known once it is parsed. */
  private readonly texts: ReadonlySet<string>
  private readonly seen = new Set<string>()
  private state: State = 'seek'
  private decoder = new JSONStringDecoder()
  private key = ''
  private depth = 0
  private inString = false
  private escaped = false
  /** White space within a value that is no text; it counts only if more follows. */
  private margin = ''

  constructor(names: readonly string[], texts: readonly string[]) {
    this.names = new Set(names)
    this.texts = new Set(texts)
  }

  push(text: string): FieldDelta[] {
    // Most pieces are plain text within a string: they need no list.
    if (this.state === 'text' && this.decoder.isIdle && !special.test(text)) {
      const isShown = text !== '' && this.tells()
      return isShown ? [{ field: this.key, delta: text, done: false }] : nothing
    }
    const deltas = new DeltaList()
    let position = 0
    while (position < text.length && this.state !== 'over') {
      position = this.step(text, position, deltas)
    }
    return deltas.take()
  }

  end(): FieldDelta[] {
    const deltas = new DeltaList()
    if ((this.state === 'text' || this.state === 'raw') && this.tells()) deltas.finish(this.key)
    this.state = 'over'
    return deltas.take()
  }

  /** Consumes from `position` what the state can take, and returns the position behind it. */
  private step(text: string, position: number, deltas: DeltaList): number {
    switch (this.state) {
      case 'seek': {
        const brace = text.indexOf('{', position)
        if (brace < 0) return text.length
        this.state = 'key'
        return brace + 1
      }
      case 'in-key':
      case 'text':
        return this.readString(text, position, deltas)
      case 'raw':
        return this.readRaw(text, position, deltas)
      default:
        return this.readPunctuation(text, position)
    }
  }

  private readPunctuation(text: string, position: number): number {
    const character = text[position] ?? ''
    if (character.trim() === '') return position + 1
    if (this.state === 'key' && character === '"') this.startString('in-key')
    else if (this.state === 'key' && character === ',') return position + 1
    else if (this.state === 'colon' && character === ':') this.state = 'value'
    else if (this.state === 'comma' && character === ',') this.state = 'key'
    else if (this.state === 'value' && character === '"') this.startString('text')
    else if (this.state === 'value' && character !== '}' && character !== "'") {
      this.startRaw()
      return position
    } else this.state = 'over'
    return position + 1
  }

  private startString(state: 'in-key' | 'text'): void {
    this.decoder = new JSONStringDecoder()
    if (state === 'in-key') this.key = ''
    this.state = state
  }

  private startRaw(): void {
    this.depth = 0
    this.inString = false
    this.escaped = false
    this.margin = ''
    this.state = 'raw'
  }

  private readString(text: string, position: number, deltas: DeltaList): number {
    const { decoded, next, closed } = this.decoder.read(text, position)
    if (this.state === 'in-key') {
      this.key += decoded
      if (closed) this.state = 'colon'
    } else {
      if (decoded !== '' && this.tells()) deltas.add(this.key, decoded)
      if (closed) this.closeValue(deltas)
    }
    return next
  }

  private readRaw(text: string, position: number, deltas: DeltaList): number {
    let index = position
    while (index < text.length && !this.endsRaw(text[index] ?? '')) index += 1
    const piece = text.slice(position, index)
    const body = piece.trimEnd()
    if (body === '') this.margin += piece
    else {
      if (this.tells() && !this.texts.has(this.key)) deltas.add(this.key, this.margin + body)
      this.margin = piece.slice(body.length)
    }
    if (index < text.length) this.closeValue(deltas)
    return index
  }

  private endsRaw(character: string): boolean {
    if (this.escaped) this.escaped = false
    else if (this.inString) {
      if (character === '\\') this.escaped = true
      else if (character === '"') this.inString = false
    } else if (character === '"') this.inString = true
    else if (character === '{' || character === '[') this.depth += 1
    else if (character === '}' || character === ']') {
      if (this.depth === 0) return true
      this.depth -= 1
    } else if (character === ',' && this.depth === 0) return true
    return false
  }

  private closeValue(deltas: DeltaList): void {
    if (this.tells()) deltas.finish(this.key)
    this.seen.add(this.key)
    this.state = 'comma'
  }

  private tells(): boolean {
    return this.names.has(this.key) && !this.seen.has(this.key)
  }
}
