import { pythonStrip } from '../../internal/python-strip.ts'
import { jsonSchema } from '../../schema/json-schema/json-schema.ts'
import { parseValue } from '../../schema/parse-value/parse-value.ts'
import type { Field } from '../../signature/field.ts'
import { grownType, growsAsText } from '../partial/grown-type.ts'
import { keepsShape } from '../partial/keeps-shape.ts'
import { PartialTree } from '../partial/partial-tree.ts'
import type { PartialValue } from '../partial/partial-value.ts'
import { typeOptions } from '../partial/type-options.ts'
import { attributesIn } from './attributes-in.ts'
import { FieldContent } from './field-content.ts'
import { fieldValue } from './field-value.ts'
import { type MarkupHandler, MarkupStream } from './markup-stream.ts'
import { parseStrictXML } from './parse-strict-xml.ts'
import { schemaShape } from './schema-shape.ts'

/** An element whose end has not come: `open` until its first child or text shows what it is; or it is left to the end. */
interface OpenElement {
  is: 'open' | 'list' | 'object' | 'text' | 'skipped'
  /** Its text, as far as it counts. */
  text: string
  readonly content: FieldContent
  /** The names of its members that have come. */
  readonly names: Set<string>
}

/** A value that grows with the elements it is written in, as `elementsValue` reads them when they are complete. */
export class PartialXML implements PartialValue, MarkupHandler {
  private readonly field: Field
  private readonly tree: PartialTree
  private readonly markup = new MarkupStream(this)
  private readonly elements: OpenElement[] = [newElement()]
  private isLost: boolean
  private whole: { value: unknown } | undefined

  constructor(field: Field) {
    this.field = field
    this.tree = new PartialTree(field.type)
    this.isLost = !keepsShape(field.type)
  }

  get value(): unknown {
    return this.whole ? this.whole.value : this.tree.value
  }

  push(text: string): void {
    if (!this.isLost) this.markup.push(text)
  }

  end(text: string): void {
    this.isLost = true
    const { type } = this.field
    const elements = parseStrictXML(`<value>${text}</value>`)?.children
    const [element] = elements ?? []
    const raw = element && fieldValue(this.field, [element], schemaShape(jsonSchema(type)))
    const read = parseValue(type, raw ?? text)
    if (read.ok) this.whole = { value: read.value }
  }

  onText(text: string): void {
    const element = this.elements.at(-1)
    if (!element || this.isLost || (element.is !== 'open' && element.is !== 'text')) return
    const shown = element.content.addText(text)
    if (shown === '') return
    const { expected } = this.tree
    const grows = this.elements.length > 1 && expected !== undefined && growsAsText(expected)
    if (element.is === 'open' && grows) this.tree.openText()
    element.is = 'text'
    element.text += shown
    if (grows) this.tree.addText(shown)
  }

  onStray(text: string): void {
    this.onText(text)
  }

  onOpen(name: string, attributes: string, isEmpty: boolean): void {
    const parent = this.elements.at(-1)
    if (this.isLost || !parent) return
    this.become(parent, name)
    const key = name === 'entry' ? (keyIn(attributes) ?? name) : name
    if (parent.is === 'text' || (parent.is === 'list' && name !== 'item')) this.isLost = true
    if (this.isLost) return
    const element = newElement()
    // Of repeated elements the parser makes lists, once it has all of them.
    const isRepeated = parent.is === 'object' && parent.names.has(key)
    if (parent.is === 'skipped' || isRepeated) element.is = 'skipped'
    else this.tree.key(key)
    parent.names.add(key)
    this.elements.push(element)
    if (isEmpty) this.onClose()
  }

  onClose(): void {
    const element = this.elements.pop()
    if (this.isLost || !element) return
    if (this.elements.length === 0) this.isLost = true
    else if (element.is === 'list' || element.is === 'object') this.tree.close()
    else if (element.is !== 'skipped') this.closeLeaf(element.text)
    if (this.tree.isLost) this.isLost = true
  }

  /** The first child shows whether an element is a list or an object. */
  private become(element: OpenElement, child: string): void {
    if (element.is !== 'open') return
    const { expected } = this.tree
    const kind = child === 'item' && expected && grownType(expected, 'list') ? 'list' : 'object'
    if (!expected || !grownType(expected, kind)) this.isLost = true
    else {
      this.tree.open(kind)
      element.is = kind
    }
  }

  private closeLeaf(text: string): void {
    const { tree } = this
    const { expected } = tree
    if (!expected) return
    if (growsAsText(expected)) {
      if (text === '') tree.openText()
      tree.closeText()
    } else if (text === '' && typeOptions(expected).some(({ kind }) => kind === 'none'))
      tree.leaf(null)
    else if (text === '' && grownType(expected, 'list')) this.empty('list')
    else if (text === '' && grownType(expected, 'object')) this.empty('object')
    else if (!grownType(expected, 'list') && !grownType(expected, 'object')) {
      tree.leaf(pythonStrip(text))
    }
  }

  private empty(kind: 'list' | 'object'): void {
    this.tree.open(kind)
    this.tree.close()
  }
}

function newElement(): OpenElement {
  return { is: 'open', text: '', content: new FieldContent(), names: new Set() }
}

function keyIn(attributes: string): string | undefined {
  return attributesIn(attributes).find(([name]) => name === 'key')?.[1]
}
