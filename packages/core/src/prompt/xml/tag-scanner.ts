/** What a piece of markup turned out to be; `no` is text after all. */
export type ScannedMarkup =
  | 'more'
  | 'no'
  | 'open'
  | 'empty'
  | 'close'
  | 'comment'
  | 'cdata'
  | 'instruction'

type State =
  | 'start'
  | 'bang'
  | 'name'
  | 'gap'
  | 'attribute'
  | 'before-equals'
  | 'equals'
  | 'value'
  | 'after-value'
  | 'empty'
  | 'before-closing'
  | 'closing'
  | 'after-closing'

// Beyond ASCII any character will do: Unicode classes would cost a millisecond at import.
const nameStart = /[A-Za-z_\x80-\uffff]/
const nameCharacter = /[\w.:\x80-\uffff-]/
const space = /[ \t\r\n]/

/** Tells after each character behind a `<` whether it still may be markup, and what it is. */
export class TagScanner {
  /** The markup so far. */
  text = '<'
  private nameEnd = 0
  private state: State = 'start'
  private quote = ''

  /** The name in a tag that is complete. */
  get name(): string {
    return this.text.slice(this.text[1] === '/' ? 2 : 1, this.nameEnd)
  }

  /** What stands behind the name, with the end of the tag. */
  get attributes(): string {
    return this.text.slice(this.nameEnd)
  }

  /** Takes the next character; one that gets `no` for an answer is not taken. */
  take(character: string): ScannedMarkup {
    const answer = this.next(character)
    if (answer !== 'no') this.text += character
    return answer
  }

  private next(character: string): ScannedMarkup {
    switch (this.state) {
      case 'start':
        if (character === '?') return 'instruction'
        if (character === '!') return this.to('bang')
        if (character === '/') return this.to('before-closing')
        return nameStart.test(character) ? this.to('name') : 'no'
      case 'bang':
        return bang(this.text + character)
      case 'name':
        if (nameCharacter.test(character)) return 'more'
        this.nameEnd = this.text.length
        return this.behindWord(character)
      case 'gap':
        return nameStart.test(character) ? this.to('attribute') : this.behindWord(character)
      case 'after-value':
        return this.behindWord(character)
      case 'attribute':
        if (nameCharacter.test(character)) return 'more'
        return character === '=' ? this.to('equals') : this.spaced(character, 'before-equals')
      case 'before-equals':
        return character === '=' ? this.to('equals') : this.spaced(character, 'before-equals')
      case 'equals':
        this.quote = character
        return character === '"' || character === "'"
          ? this.to('value')
          : this.spaced(character, 'equals')
      case 'value':
        if (character === this.quote) return this.to('after-value')
        return character === '<' ? 'no' : 'more'
      case 'empty':
        return character === '>' ? 'empty' : 'no'
      case 'before-closing':
        return nameStart.test(character) ? this.to('closing') : 'no'
      case 'closing':
        if (nameCharacter.test(character)) return 'more'
        this.nameEnd = this.text.length
        return character === '>' ? 'close' : this.spaced(character, 'after-closing')
      case 'after-closing':
        return character === '>' ? 'close' : this.spaced(character, 'after-closing')
      default:
        return 'no'
    }
  }

  private behindWord(character: string): ScannedMarkup {
    if (character === '>') return 'open'
    return character === '/' ? this.to('empty') : this.spaced(character, 'gap')
  }

  private spaced(character: string, state: State): ScannedMarkup {
    return space.test(character) ? this.to(state) : 'no'
  }

  private to(state: State): 'more' {
    this.state = state
    return 'more'
  }
}

function bang(text: string): ScannedMarkup {
  if (text === '<!--') return 'comment'
  if (text === '<![CDATA[') return 'cdata'
  return '<!--'.startsWith(text) || '<![CDATA['.startsWith(text) ? 'more' : 'no'
}
