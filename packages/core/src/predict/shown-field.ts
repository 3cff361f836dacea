import { deepEqual } from '../internal/deep-equal.ts'
import type { PartialValue } from '../prompt/partial/partial-value.ts'
import type { FieldType } from '../schema/field-type.ts'
import { parseValue } from '../schema/parse-value/parse-value.ts'
import type { Field } from '../signature/field.ts'

/** What a reader has seen of one field. */
export class ShownField {
  text = ''
  done = false
  /** Whether the reader wants the value with each piece. */
  readonly hasValue: boolean
  private readonly type: FieldType
  /** Present where the value is wanted, and is no text. */
  private readonly partial: PartialValue | undefined

  constructor({ type }: Field, hasValue: boolean, partial: PartialValue | undefined) {
    this.hasValue = hasValue
    this.type = type
    this.partial = partial
  }

  add(delta: string, done: boolean): void {
    this.text += delta
    this.done = done
    this.partial?.push(delta)
    if (done) this.partial?.end(this.text)
  }

  /** The value so far; undefined while nothing of it is certain. */
  get value(): unknown {
    return this.partial ? this.partial.value : this.text
  }

  /** Whether this is not what the reply turned out to say. */
  isMisled(value: unknown): boolean {
    if (typeof value === 'string')
      return this.done ? value !== this.text : !value.startsWith(this.text)
    const read = parseValue(this.type, this.text)
    // Elements of XML are no value by themselves.
    return read.ok ? !deepEqual(read.value, value) : isScalar(this.type)
  }
}

function isScalar({ kind }: FieldType): boolean {
  return kind === 'int' || kind === 'float' || kind === 'bool' || kind === 'literal'
}
