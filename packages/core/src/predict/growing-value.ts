import type { PartialValue } from '../prompt/partial/partial-value.ts'

/** A field's value as its text comes, for a reader who wants it; where nothing else reads it, the text is the value. */
export class GrowingValue {
  private text = ''
  private readonly partial: PartialValue | undefined

  constructor(partial: PartialValue | undefined) {
    this.partial = partial
  }

  /** The value with a further piece of text; undefined while nothing of it is certain. */
  add(delta: string, done: boolean): unknown {
    this.text += delta
    if (!this.partial) return this.text
    this.partial.push(delta)
    if (done) this.partial.end(this.text)
    return this.partial.value
  }
}
