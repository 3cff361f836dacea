import { pythonStripEnd, pythonStripStart } from '../../internal/python-strip.ts'
import { attributesIn } from './attributes-in.ts'
import { OpenElements } from './open-elements.ts'
import { escapedText, openingTag } from './serialize-element.ts'

/**
 * What is known so far of a text field's value: text without its margins or, from the first child
 * element on, text and markup as ElementTree writes them.
 */
export class FieldContent {
  private readonly children = new OpenElements()
  private started = false
  /** White space that counts only if more follows. */
  private margin = ''
  /** True from the first child on. */
  private marked = false
  /** True while an opening tag may yet become `<name />`. */
  private unfinishedTag = false

  /** Adds text, its references decoded; returns what the value gained. */
  addText(text: string): string {
    if (this.marked) return text === '' ? '' : this.finishTag() + escapedText(text)
    const body = pythonStripEnd(text)
    if (body === '') {
      this.margin += text
      return ''
    }
    const revealed = this.started ? this.margin + body : pythonStripStart(body)
    this.started = true
    this.margin = text.slice(body.length)
    return revealed
  }

  /** Adds markup or a reference that is none: it stays as it is. */
  addStray(text: string): string {
    return this.marked ? this.finishTag() + text : this.addText(text)
  }

  /** Adds an opening tag, or one that closes itself. */
  openChild(name: string, attributes: string, isEmpty: boolean): string {
    const before = this.marked ? this.finishTag() : this.margin
    this.marked = true
    const tag = before + openingTag(name, attributesIn(attributes))
    if (isEmpty) return `${tag} />`
    this.unfinishedTag = true
    this.children.open(name)
    return tag
  }

  /** Adds a closing tag of a child; undefined when no such child is open. */
  closeChild(name: string): string | undefined {
    if (!this.children.close(name)) return undefined
    const isEmpty = this.unfinishedTag
    this.unfinishedTag = false
    return isEmpty ? ' />' : `</${name}>`
  }

  /** The end of the field: what was held back and counts. */
  end(): string {
    return this.finishTag()
  }

  private finishTag(): string {
    const end = this.unfinishedTag ? '>' : ''
    this.unfinishedTag = false
    return end
  }
}
