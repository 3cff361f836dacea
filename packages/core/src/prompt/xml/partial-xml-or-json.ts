import type { Field } from '../../signature/field.ts'
import { PartialJSON } from '../partial/partial-json.ts'
import type { PartialValue } from '../partial/partial-value.ts'
import { PartialXML } from './partial-xml.ts'

/** A value that is written as elements or, as some models do between tags, as JSON: its first character tells. */
export class PartialXMLOrJSON implements PartialValue {
  private readonly field: Field
  private inner: PartialValue | undefined

  constructor(field: Field) {
    this.field = field
  }

  get value(): unknown {
    return this.inner?.value
  }

  push(text: string): void {
    this.begin(text)?.push(text)
  }

  end(text: string): void {
    this.begin(text)?.end(text)
  }

  private begin(text: string): PartialValue | undefined {
    const start = text.trimStart()
    if (!this.inner && start !== '') {
      this.inner = start.startsWith('<')
        ? new PartialXML(this.field)
        : new PartialJSON(this.field.type)
    }
    return this.inner
  }
}
