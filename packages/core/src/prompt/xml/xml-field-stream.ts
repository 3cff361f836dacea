import { DeltaList } from '../delta-list.ts'
import type { FieldDelta, FieldStream } from '../field-stream.ts'
import { FieldContent } from './field-content.ts'
import { type MarkupHandler, MarkupStream } from './markup-stream.ts'
import { OpenElements } from './open-elements.ts'

const special = /[<&\r]/
const nothing: FieldDelta[] = []

/**
 * Reads the top elements of a reply as the parser does: texts decoded, markup in them as ElementTree
 * writes it. Two things only show at the end and are left to the parser: that an element is repeated,
 * and that a text with markup further on keeps the white space it begins with.
 */
export class XMLFieldStream implements FieldStream, MarkupHandler {
  private readonly names: ReadonlySet<string>
  private readonly markup: MarkupStream
  private readonly seen = new Set<string>()
  /** Elements around the current position that are no output fields. */
  private readonly around = new OpenElements()
  /** True until anything but white space has come. */
  private isUntouched = true
  /** True while the reply may be one element that merely wraps the fields. */
  private isWrapped = false
  private field: string | undefined
  private content = new FieldContent()
  private deltas = new DeltaList()

  constructor(names: readonly string[]) {
    this.names = new Set(names)
    this.markup = new MarkupStream(this)
  }

  push(text: string): FieldDelta[] {
    // Most pieces are plain text within a field: they need no list.
    if (this.field !== undefined && this.markup.isIdle && !special.test(text)) {
      const delta = this.content.addText(text)
      return delta === '' ? nothing : [{ field: this.field, delta, done: false }]
    }
    this.deltas = new DeltaList()
    this.markup.push(text)
    return this.deltas.take()
  }

  end(): FieldDelta[] {
    this.deltas = new DeltaList()
    this.markup.end()
    this.closeField()
    return this.deltas.take()
  }

  onText(text: string): void {
    if (this.field !== undefined) this.tell(this.content.addText(text))
    else if (this.seen.size === 0 && text.trim() !== '') {
      this.isUntouched = false
      this.isWrapped = false
    }
  }

  onStray(text: string): void {
    if (this.field !== undefined) this.tell(this.content.addStray(text))
  }

  onOpen(name: string, attributes: string, isEmpty: boolean): void {
    if (this.field !== undefined) {
      this.tell(this.content.openChild(name, attributes, isEmpty))
    } else if (this.isField(name)) {
      this.seen.add(name)
      this.field = name
      this.content = new FieldContent()
      if (isEmpty) this.closeField()
    } else if (!isEmpty) {
      this.isWrapped = this.isUntouched
      this.around.open(name)
    }
    this.isUntouched = false
  }

  onClose(name: string, source: string): void {
    if (this.field === undefined) {
      this.around.close(name)
      return
    }
    const closing = this.content.closeChild(name)
    if (closing !== undefined) this.tell(closing)
    else if (name === this.field) this.closeField()
    else this.tell(this.content.addStray(source))
  }

  private isField(name: string): boolean {
    const { depth } = this.around
    const isOnTop = depth === 0 || (depth === 1 && this.isWrapped)
    return isOnTop && this.names.has(name) && !this.seen.has(name)
  }

  private closeField(): void {
    if (this.field === undefined) return
    this.tell(this.content.end())
    this.deltas.finish(this.field)
    this.field = undefined
  }

  private tell(delta: string): void {
    if (this.field !== undefined && delta !== '') this.deltas.add(this.field, delta)
  }
}
