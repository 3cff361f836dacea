import { LMStreamTruncatedError } from '../errors/lm-stream-truncated-error.ts'
import { deepEqual } from '../internal/deep-equal.ts'
import type { LMResponse } from '../lm/lm-response.ts'
import type { LMStreamEvent } from '../lm/lm-stream-event.ts'
import type { FieldDelta, FieldStream } from '../prompt/field-stream.ts'
import type { FieldType } from '../schema/field-type.ts'
import { formatValue } from '../schema/format-value/format-value.ts'
import { parseValue } from '../schema/parse-value/parse-value.ts'
import type { StreamSink } from '../settings/stream-sink.ts'
import type { Field } from '../signature/field.ts'
import type { Signature } from '../signature/signature.ts'
import { endingWith } from './ending-with.ts'

interface StreamedReplyOptions {
  sink: StreamSink
  predictor: object
  signature: Signature
  /** Makes the parser; an LM that starts again needs a fresh one. */
  makeParser: () => FieldStream
}

/** Passes a reply on to a sink field by field, and settles in the end with what was parsed of the whole. */
export class StreamedReply {
  private readonly options: StreamedReplyOptions
  private readonly name: string
  private parser: FieldStream
  private shown = new Map<string, { text: string; done: boolean }>()

  constructor(options: StreamedReplyOptions) {
    this.options = options
    this.name = options.sink.nameOf(options.predictor)
    this.parser = options.makeParser()
  }

  /** Drains an LM's stream; throws `LMStreamTruncatedError` when it ends without its last event. */
  async receive(
    events: AsyncIterable<LMStreamEvent>,
    signal: AbortSignal | undefined,
  ): Promise<LMResponse> {
    let response: LMResponse | undefined
    for await (const event of signal ? endingWith(signal, events) : events) {
      if (event.type === 'text-delta' && event.index === 0) {
        for (const delta of this.parser.push(event.text)) {
          const wait = this.show(delta)
          if (wait) await wait
        }
      } else if (event.type === 'restart') await this.restart()
      else if (event.type === 'finish') response = event.response
    }
    if (response) return response
    throw new LMStreamTruncatedError('The LM stream ended without its `finish` event.')
  }

  /** Takes back what was shown: another attempt begins. */
  async restart(): Promise<void> {
    if (this.shown.size > 0) {
      await this.options.sink.emit({ type: 'restart', predictor: this.name })
    }
    this.shown = new Map()
    this.parser = this.options.makeParser()
  }

  /** Shows what the whole reply turned out to say beyond what was shown, or instead of it. */
  async complete(outputs: Readonly<Record<string, unknown>>): Promise<void> {
    for (const delta of this.parser.end()) await this.show(delta)
    const { outputFields } = this.options.signature
    if (outputFields.some((field) => this.isMisled(field, outputs[field.name]))) {
      await this.restart()
    }
    for (const { name, type } of outputFields) {
      const { text, done } = this.shown.get(name) ?? { text: '', done: false }
      if (done) continue
      const value = outputs[name]
      const told = value === undefined ? '' : formatValue(type, value)
      const whole = typeof value === 'string' ? value : text === '' ? told : text
      await this.show({ field: name, delta: whole.slice(text.length), done: true })
    }
  }

  /** Whether what was shown of a field is not what the reply turned out to say. */
  private isMisled({ name, type }: Field, value: unknown): boolean {
    const shown = this.shown.get(name)
    if (!shown) return false
    const { text, done } = shown
    if (typeof value === 'string') return done ? value !== text : !value.startsWith(text)
    const read = parseValue(type, text)
    // Elements of XML are no value by themselves.
    return read.ok ? !deepEqual(read.value, value) : isScalar(type)
  }

  private show({ field, delta, done }: FieldDelta): Promise<void> | undefined {
    const before = this.shown.get(field)
    if (before) {
      before.text += delta
      before.done = done
    } else this.shown.set(field, { text: delta, done })
    return this.options.sink.emit({ type: 'field', predictor: this.name, field, delta, done })
  }
}

function isScalar({ kind }: FieldType): boolean {
  return kind === 'int' || kind === 'float' || kind === 'bool' || kind === 'literal'
}
