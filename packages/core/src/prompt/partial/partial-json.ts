import type { FieldType } from '../../schema/field-type.ts'
import { parseValue } from '../../schema/parse-value/parse-value.ts'
import { JSONStringDecoder } from '../json/json-string-decoder.ts'
import { mayBeText } from './grown-type.ts'
import { keepsShape } from './keeps-shape.ts'
import { PartialTree } from './partial-tree.ts'
import type { PartialValue } from './partial-value.ts'

type State = 'root' | 'value' | 'key' | 'in-key' | 'colon' | 'text' | 'token' | 'comma' | 'over'

const tokenEnd = /[\s,\]}]/g

/** A value that grows with its JSON. Where the text is no clean JSON it stops growing, and is read at the end. */
export class PartialJSON implements PartialValue {
  private readonly type: FieldType
  private readonly tree: PartialTree
  private state: State
  private decoder = new JSONStringDecoder()
  private word = ''
  /** Present once the text is complete and could be read. */
  private whole: { value: unknown } | undefined

  constructor(type: FieldType) {
    this.type = type
    this.tree = new PartialTree(type)
    this.state = mayBeText(type) || !keepsShape(type) ? 'over' : 'root'
  }

  get value(): unknown {
    return this.whole ? this.whole.value : this.tree.value
  }

  push(text: string): void {
    for (let position = 0; position < text.length && this.state !== 'over'; ) {
      position = this.step(text, position)
      if (this.tree.isLost) this.state = 'over'
    }
  }

  end(text: string): void {
    this.state = 'over'
    const read = parseValue(this.type, text)
    if (read.ok) this.whole = { value: read.value }
  }

  /** Consumes from `position` what the state can take, and returns the position behind it. */
  private step(text: string, position: number): number {
    if (this.state === 'text' || this.state === 'in-key') return this.readString(text, position)
    if (this.state === 'token') return this.readToken(text, position)
    const character = text[position] ?? ''
    if (character.trim() === '') return position + 1
    if (this.state === 'root' || this.state === 'value') return this.beginValue(character, position)
    this.takePunctuation(character)
    return position + 1
  }

  private beginValue(character: string, position: number): number {
    const { tree } = this
    if (character === '[' || character === '{') {
      tree.open(character === '[' ? 'list' : 'object')
      this.state = character === '[' ? 'value' : 'key'
    } else if (character === ']' && tree.isInList) this.close()
    else if (this.state === 'root') this.state = 'over'
    else if (character === '"') {
      tree.openText()
      this.beginString('text')
    } else {
      this.word = ''
      this.state = 'token'
      return position
    }
    return position + 1
  }

  private takePunctuation(character: string): void {
    const { tree } = this
    if (this.state === 'key' && character === '"') this.beginString('in-key')
    else if (this.state === 'colon' && character === ':') this.state = 'value'
    else if (character === (tree.isInList ? ']' : '}') && this.state !== 'colon') this.close()
    else if (this.state === 'comma' && character === ',')
      this.state = tree.isInList ? 'value' : 'key'
    else this.state = 'over'
  }

  private beginString(state: 'in-key' | 'text'): void {
    this.decoder = new JSONStringDecoder()
    this.word = ''
    this.state = state
  }

  private readString(text: string, position: number): number {
    const { decoded, next, closed } = this.decoder.read(text, position)
    if (this.state === 'text') this.tree.addText(decoded)
    else this.word += decoded
    if (!closed) return next
    if (this.state === 'text') {
      this.tree.closeText()
      this.state = 'comma'
    } else {
      this.tree.key(this.word)
      this.state = 'colon'
    }
    return next
  }

  private readToken(text: string, position: number): number {
    tokenEnd.lastIndex = position
    const end = tokenEnd.exec(text)?.index ?? text.length
    this.word += text.slice(position, end)
    if (end === text.length) return end
    try {
      this.tree.leaf(JSON.parse(this.word))
      this.state = 'comma'
    } catch {
      this.state = 'over'
    }
    return end
  }

  private close(): void {
    this.tree.close()
    this.state = this.tree.depth === 0 ? 'over' : 'comma'
  }
}
