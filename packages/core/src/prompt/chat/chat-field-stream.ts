import { hasLineBreak, lineBreak } from '../../internal/line-break.ts'
import { pythonStripEnd, pythonStripStart } from '../../internal/python-strip.ts'
import { DeltaList } from '../delta-list.ts'
import type { FieldDelta, FieldStream } from '../field-stream.ts'

const header = /^\[\[ ## ([\p{L}\p{N}_]+) ## \]\]/u
const nothing: FieldDelta[] = []
const headerStart = '[[ ## '
const partialHeader =
  /^\[\[ ## (?:[\p{L}\p{N}_]{0,256}|[\p{L}\p{N}_]{1,256} (?:#(?:#(?: (?:\]\]?)?)?)?)?)$/u

/** Reads sections as `sectionReading` does, holding back only what may still be a header or a margin. */
export class ChatFieldStream implements FieldStream {
  private field: string | undefined
  /** The current line, as long as it may turn out to be a header; undefined once it cannot. */
  private undecided: string | undefined = ''
  /** White space that counts only if more text follows. */
  private margin = ''
  private started = false
  private onHeaderLine = false
  private afterCarriageReturn = false
  private readonly names: readonly string[]
  /** Of the names, those that had their section. */
  private readonly seen: string[] = []

  constructor(names: readonly string[]) {
    this.names = names
  }

  push(text: string): FieldDelta[] {
    // Most pieces lie within a line of a field: they need no list and no look at lines.
    if (this.undecided === undefined && this.field !== undefined && !hasLineBreak(text)) {
      const delta = this.reveal(text)
      return delta === '' ? nothing : [{ field: this.field, delta, done: false }]
    }
    const deltas = new DeltaList()
    let rest = text
    if (this.afterCarriageReturn && rest.startsWith('\n')) rest = rest.slice(1)
    if (text !== '') this.afterCarriageReturn = text.endsWith('\r')
    while (rest !== '') {
      const match = lineBreak.exec(rest)
      if (!match) {
        this.extendLine(rest, deltas)
        break
      }
      this.extendLine(rest.slice(0, match.index), deltas)
      this.endLine(deltas)
      rest = rest.slice(match.index + match[0].length)
    }
    return deltas.take()
  }

  end(): FieldDelta[] {
    const deltas = new DeltaList()
    if (this.undecided !== undefined) this.emit(this.undecided, deltas)
    this.closeField(deltas)
    return deltas.take()
  }

  private extendLine(text: string, deltas: DeltaList): void {
    if (this.undecided === undefined) {
      this.emit(text, deltas)
      return
    }
    const line = this.undecided + text
    const stripped = pythonStripStart(line)
    const match = header.exec(stripped)
    if (match) {
      this.undecided = undefined
      this.openField(match[1] ?? '', deltas)
      this.emit(line.slice(match[0].length), deltas)
    } else if (stripped === '' && line.length > 256) {
      // A very long margin: white space is emitted as content, and no header is looked for behind it.
      this.undecided = undefined
      this.emit(line, deltas)
    } else if (headerStart.startsWith(stripped) || partialHeader.test(stripped)) {
      this.undecided = line
    } else {
      this.undecided = undefined
      this.emit(line, deltas)
    }
  }

  private endLine(deltas: DeltaList): void {
    if (this.undecided !== undefined) this.emit(this.undecided, deltas)
    this.undecided = ''
    // DSPy strips what follows a header on its own line before it joins the lines.
    if (this.onHeaderLine) this.margin = ''
    this.onHeaderLine = false
    this.margin += '\n'
  }

  private openField(name: string, deltas: DeltaList): void {
    this.closeField(deltas)
    this.field = this.names.includes(name) && !this.seen.includes(name) ? name : undefined
    if (this.field !== undefined) this.seen.push(name)
    this.margin = ''
    this.started = false
    this.onHeaderLine = true
  }

  private closeField(deltas: DeltaList): void {
    if (this.field !== undefined) deltas.finish(this.field)
    this.field = undefined
  }

  private emit(text: string, deltas: DeltaList): void {
    if (this.field === undefined) return
    const delta = this.reveal(text)
    if (delta !== '') deltas.add(this.field, delta)
  }

  /** What of the text counts already: all but the margin behind it, with the margin that was held back. */
  private reveal(text: string): string {
    const body = pythonStripEnd(text)
    if (body === '') {
      this.margin += text
      return ''
    }
    const revealed = this.started ? this.margin + body : pythonStripStart(body)
    this.started = true
    this.margin = body === text ? '' : text.slice(body.length)
    return revealed
  }
}
