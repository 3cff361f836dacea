import { decodeEntities } from './decode-entities.ts'
import { TagScanner } from './tag-scanner.ts'

/** What is told of a text as soon as it is certain. */
export interface MarkupHandler {
  /** Text, its references decoded. */
  onText(text: string): void
  /** Something that looked like markup or a reference and is none. */
  onStray(text: string): void
  onOpen(name: string, attributes: string, isEmpty: boolean): void
  onClose(name: string, source: string): void
}

const special = /[<&]/g
const partialReference = /^&(?:#(?:\d{0,7}|[xX][\da-fA-F]{0,6})|[a-z]{0,4})$/
/** Parts in which no markup is looked for, by what ends them. */
const terminators = { comment: '-->', cdata: ']]>', instruction: '?>' } as const

/** Tells text from markup in a reply that arrives in pieces, which may be cut anywhere. */
export class MarkupStream {
  private readonly handler: MarkupHandler
  private scanner: TagScanner | undefined
  private reference = ''
  private part: keyof typeof terminators | undefined
  /** The terminator of the part, as far as it has come. */
  private ending = ''
  private afterCarriageReturn = false

  constructor(handler: MarkupHandler) {
    this.handler = handler
  }

  /** True while nothing is held back, so that text without `<`, `&` and `\r` is text. */
  get isIdle(): boolean {
    const isPending = this.scanner !== undefined || this.reference !== '' || this.part !== undefined
    return !isPending && !this.afterCarriageReturn
  }

  push(piece: string): void {
    if (piece === '') return
    const text = this.afterCarriageReturn && piece.startsWith('\n') ? piece.slice(1) : piece
    this.afterCarriageReturn = piece.endsWith('\r')
    this.read(text.replaceAll(/\r\n?/g, '\n'))
  }

  /** The text is over: what was held back is text. */
  end(): void {
    if (this.scanner) this.rejectMarkup(this.scanner.text)
    if (this.reference !== '') this.handler.onStray(this.reference)
    this.scanner = undefined
    this.reference = ''
    this.part = undefined
  }

  private read(text: string): void {
    for (let position = 0; position < text.length; ) {
      if (this.part !== undefined) position = this.readPart(this.part, text, position)
      else if (this.scanner) position = this.readMarkup(this.scanner, text, position)
      else if (this.reference !== '') position = this.readReference(text, position)
      else position = this.readText(text, position)
    }
  }

  private readText(text: string, position: number): number {
    special.lastIndex = position
    const end = special.exec(text)?.index ?? text.length
    if (end > position) this.handler.onText(text.slice(position, end))
    if (text[end] === '<') this.scanner = new TagScanner()
    else if (text[end] === '&') this.reference = '&'
    return end + 1
  }

  private readReference(text: string, position: number): number {
    const character = text[position] ?? ''
    const candidate = this.reference + character
    if (partialReference.test(candidate)) {
      this.reference = candidate
      return position + 1
    }
    const decoded = character === ';' ? decodeEntities(candidate) : candidate
    if (decoded === candidate) this.handler.onStray(this.reference)
    else this.handler.onText(decoded)
    this.reference = ''
    return decoded === candidate ? position : position + 1
  }

  private readMarkup(scanner: TagScanner, text: string, start: number): number {
    for (let position = start; position < text.length; position += 1) {
      const found = scanner.take(text[position] ?? '')
      if (found === 'more') continue
      this.scanner = undefined
      if (found === 'no') {
        this.rejectMarkup(scanner.text)
        return position
      }
      const { name, attributes } = scanner
      if (found === 'close') this.handler.onClose(name, scanner.text)
      else if (found === 'open' || found === 'empty') {
        this.handler.onOpen(name, attributes, found === 'empty')
      } else this.part = found
      return position + 1
    }
    return text.length
  }

  private rejectMarkup(source: string): void {
    this.handler.onStray('<')
    if (source.length > 1) this.handler.onText(decodeEntities(source.slice(1)))
  }

  private readPart(part: keyof typeof terminators, text: string, position: number): number {
    const terminator = terminators[part]
    const pending = this.ending.length
    const rest = this.ending + text.slice(position)
    const end = rest.indexOf(terminator)
    const content =
      end < 0 ? rest.slice(0, rest.length - overlap(rest, terminator)) : rest.slice(0, end)
    if (part === 'cdata' && content !== '') this.handler.onText(content)
    this.ending = end < 0 ? rest.slice(content.length) : ''
    if (end < 0) return text.length
    this.part = undefined
    return position + end + terminator.length - pending
  }
}

/** How much of the terminator's beginning stands at the end of a text. */
function overlap(text: string, terminator: string): number {
  let length = terminator.length - 1
  while (length > 0 && !text.endsWith(terminator.slice(0, length))) length -= 1
  return length
}
