import { LMStreamTruncatedError } from '../errors/lm-stream-truncated-error.ts'
import type { LMResponse } from '../lm/lm-response.ts'
import type { LMStreamEvent } from '../lm/lm-stream-event.ts'
import type { FieldDelta, FieldStream } from '../prompt/field-stream.ts'
import type { PartialValue } from '../prompt/partial/partial-value.ts'
import type { FieldType } from '../schema/field-type.ts'
import { formatValue } from '../schema/format-value/format-value.ts'
import type { FieldEvent, StreamedCall, StreamSink } from '../settings/stream-sink.ts'
import type { Field } from '../signature/field.ts'
import { drain } from './drain.ts'
import { GrowingValue } from './growing-value.ts'
import { isMisled, type ShownField } from './shown-field.ts'

interface StreamedReplyOptions {
  sink: StreamSink
  call: StreamedCall
  outputFields: readonly Field[]
  /** The output that takes what the LM thinks, where it tells that beside its reply. */
  thoughtField: string | undefined
  /** Makes the parser; an LM that starts again needs a fresh one. */
  makeParser: () => FieldStream
  /** Reads the value of a field from the text that is shown of it, where it is no text itself. */
  makePartial: (field: Field) => PartialValue | undefined
}

type Wait = Promise<void> | undefined

/** Passes a reply on to a sink field by field, and settles in the end with what was parsed of the whole. */
export class StreamedReply {
  // Of a thousand streams at once none is in the processor's cache: what a piece needs stands together.
  private parser: FieldStream
  private readonly sink: StreamSink
  private readonly predictor: string
  private readonly callNumber: number | undefined
  /** Whether all fields are told of, and as text only. */
  private readonly isPlain: boolean
  /** How many characters of fields were shown. */
  private length = 0
  private first: (() => void) | undefined
  private hasThought = false
  private hasShown = false
  private readonly options: StreamedReplyOptions
  private makeParser: () => FieldStream
  /** Of the fields whose values are wanted. */
  private values: Map<string, GrowingValue> | undefined
  private thought = ''
  private response: LMResponse | undefined

  constructor(options: StreamedReplyOptions) {
    const { call, makeParser, outputFields, sink } = options
    this.parser = makeParser()
    this.sink = sink
    this.predictor = call.marks.predictor
    this.callNumber = call.marks.callNumber
    this.isPlain = outputFields.every(({ name }) => call.wants(name) === 'text')
    this.options = options
    this.makeParser = makeParser
  }

  /**
   * Drains an LM's stream, and calls `first` at its first event; throws `LMStreamTruncatedError` when it ends
   * without its last one.
   */
  receive(
    events: AsyncIterable<LMStreamEvent>,
    signal: AbortSignal | undefined,
    first?: () => void,
  ): Promise<LMResponse> {
    this.first = first
    this.response = undefined
    return drain(events, signal, this).then(() => {
      if (this.response) return this.response
      throw new LMStreamTruncatedError('The LM stream ended without its `finish` event.')
    })
  }

  /** From here on the fields come in another reply, that of an LM which takes them out of the first. */
  readFrom(makeParser: () => FieldStream): this {
    this.makeParser = makeParser
    this.parser = makeParser()
    return this
  }

  /** Takes back what was shown: another attempt begins. */
  async restart(): Promise<void> {
    if (this.hasShown) await this.sink.emit({ type: 'restart', ...this.options.call.marks })
    this.hasShown = false
    this.length = 0
    this.thought = ''
    this.hasThought = false
    this.values = undefined
    this.parser = this.makeParser()
  }

  /** Shows what the whole reply turned out to say beyond what was shown, or instead of it. */
  async complete(outputs: Readonly<Record<string, unknown>>): Promise<void> {
    for (const delta of this.parser.end()) await this.tell(delta)
    let shown = this.shownFields()
    const fields = this.options.outputFields.filter(({ name }) => this.wants(name))
    const misleads = (field: Field): boolean => {
      const seen = shown?.get(field.name)
      const reader = this.options.makePartial(field)
      return seen !== undefined && isMisled(seen, field.type, outputs[field.name], reader)
    }
    if (!shown || fields.some(misleads)) {
      await this.restart()
      shown = new Map()
    }
    for (const { name, type } of fields) {
      const { text, done } = shown.get(name) ?? { text: '', done: false }
      if (done) continue
      const value = outputs[name]
      const rest = typeof value === 'string' ? value.slice(text.length) : told(type, value, text)
      await this.show(name, rest, true, { value })
    }
  }

  /** Takes one event of the LM's stream. */
  take(event: LMStreamEvent): Wait {
    if (this.first) {
      this.first()
      this.first = undefined
    }
    if (event.type === 'text-delta')
      return event.index === 0 ? this.takeText(event.text) : undefined
    if (event.type === 'finish') this.response = event.response
    else if (event.type === 'restart') return this.restart()
    // A stream shows the first of several completions.
    else if (event.index !== 0) return undefined
    else if (event.type === 'reasoning-delta') return this.takeThought(event.text)
    else return this.takeToolCall(event)
    return undefined
  }

  private takeText(text: string): Wait {
    let wait: Wait
    for (const delta of this.parser.push(text)) wait = this.tell(delta) ?? wait
    return wait
  }

  private takeThought(text: string): Wait {
    const { call, thoughtField } = this.options
    let wait: Wait
    if (thoughtField !== undefined && this.wants(thoughtField)) {
      this.hasThought = true
      this.thought += text
      wait = this.show(thoughtField, text, false)
    }
    if (!call.wantsThoughts) return wait
    this.hasShown = true
    return this.sink.emit({ type: 'reasoning', ...call.marks, delta: text }) ?? wait
  }

  private takeToolCall(event: Extract<LMStreamEvent, { type: 'tool-call-delta' }>): Wait {
    const { wantsThoughts, marks } = this.options.call
    if (!wantsThoughts) return undefined
    const { type: _, index: __, arguments: delta = '', ...about } = event
    this.hasShown = true
    return this.sink.emit({ type: 'tool-call', ...marks, ...about, delta })
  }

  private tell({ field, delta, done }: FieldDelta): Wait {
    return this.isTold(field) ? this.show(field, delta, done) : undefined
  }

  /** Whether a field is wanted of the reply's text: what came beside it counts more than what is said in it. */
  private isTold(field: string): boolean {
    if (this.hasThought && field === this.options.thoughtField) return false
    return this.isPlain || this.wants(field)
  }

  private wants(field: string): boolean {
    return this.options.call.wants(field) !== 'nothing'
  }

  private show(field: string, delta: string, done: boolean, whole?: { value: unknown }): Wait {
    const { predictor, callNumber } = this
    const event: FieldEvent = { type: 'field', predictor, field, delta, done }
    if (callNumber !== undefined) event.callNumber = callNumber
    if (!this.isPlain) this.addValue(event, whole)
    this.length += delta.length
    this.hasShown = true
    return this.sink.emit(event)
  }

  private addValue(event: FieldEvent, whole: { value: unknown } | undefined): void {
    const { call, makePartial, outputFields } = this.options
    if (call.wants(event.field) !== 'value') return
    this.values ??= new Map()
    let growing = this.values.get(event.field)
    if (!growing) {
      const field = outputFields.find(({ name }) => name === event.field)
      growing = new GrowingValue(field && makePartial(field))
      this.values.set(event.field, growing)
    }
    const value = whole ? whole.value : growing.add(event.delta, event.done)
    if (value !== undefined) event.value = value
  }

  /**
   * What was shown of each field: the same as the whole reply tells at once. To keep it as it comes would cost
   * every piece; undefined where the LM's pieces are not its reply.
   */
  private shownFields(): Map<string, ShownField> | undefined {
    const shown = new Map<string, ShownField>()
    const parser = this.makeParser()
    const text = this.response?.outputs[0]?.text ?? ''
    let { length } = this.thought
    for (const { field, delta, done } of [...parser.push(text), ...parser.end()]) {
      if (!this.isTold(field)) continue
      const before = shown.get(field)?.text ?? ''
      shown.set(field, { text: before + delta, done })
      length += delta.length
    }
    const { thoughtField } = this.options
    if (this.hasThought && thoughtField !== undefined) {
      shown.set(thoughtField, { text: this.thought, done: false })
    }
    return length === this.length ? shown : undefined
  }
}

/** What to show of a value that is no text: all of it, unless its text was shown already. */
function told(type: FieldType, value: unknown, text: string): string {
  return text !== '' || value === undefined ? '' : formatValue(type, value)
}
