import { character } from './character.ts'

/** A string while it is being read. */
export class StringState {
  /** The quote that opened it; a bare word has none but looks out for `"`. */
  readonly open: string
  readonly close: string
  readonly bare: boolean
  /** Opened by two quotes, to be closed by two. */
  doubled = false
  /** A quote inside was kept as text, so the next one is its partner. */
  insideQuotes = false
  /** A comma before an opening bracket was kept as text: the container after it is text too. */
  expectsContainer = false
  /** No quote or bracket follows anywhere, so commas need no more thought. */
  neverEnds = false
  readonly #containers: string[] = []
  openBraces = 0
  /** Behind a `[` without white space since, as in a regular expression. */
  inClass = false
  readonly #parts: string[] = []

  constructor(open: string) {
    this.bare = open === ''
    this.open = this.bare ? '"' : open
    this.close = this.open === '“' ? '”' : this.open
  }

  get last(): string {
    return this.#parts.at(-1)?.at(-1) ?? ''
  }

  get text(): string {
    return this.#parts.join('')
  }

  get inContainer(): boolean {
    return this.expectsContainer || this.#containers.length > 0
  }

  /** Follows the brackets of a container kept as text; true when `char` closes one of them. */
  trackContainer(char: string): boolean {
    if ((char === '{' || char === '[') && this.inContainer) {
      this.expectsContainer = false
      this.#containers.push(char === '{' ? '}' : ']')
    }
    if (char === '' || char !== this.#containers.at(-1)) return false
    this.#containers.pop()
    return true
  }

  append(char: string): void {
    this.#parts.push(char)
    if (char === '{') this.openBraces++
    else if (char === '}' && this.openBraces > 0) this.openBraces--
    else if (char === '[') this.inClass = true
    else if (char === ']' || character.isSpace(char)) this.inClass = false
  }

  /** Appends text without quotes, brackets or backslashes. */
  appendPlain(text: string): void {
    this.#parts.push(text)
    if (this.inClass && /\s/.test(text)) this.inClass = false
  }

  /** Appends a balanced container as text. */
  appendContainer(text: string): void {
    this.#parts.push(text)
    this.#containers.length = 0
    this.expectsContainer = false
    this.inClass = false
  }

  replaceLast(char: string): void {
    this.#parts.pop()
    if (char !== '') this.append(char)
  }
}
