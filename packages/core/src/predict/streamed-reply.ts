import { LMStreamTruncatedError } from '../errors/lm-stream-truncated-error.ts'
import type { LMResponse } from '../lm/lm-response.ts'
import type { LMStreamEvent } from '../lm/lm-stream-event.ts'
import type { FieldDelta, FieldStream } from '../prompt/field-stream.ts'
import type { PartialValue } from '../prompt/partial/partial-value.ts'
import { formatValue } from '../schema/format-value/format-value.ts'
import type {
  FieldEvent,
  PredictorEvent,
  StreamedCall,
  StreamSink,
} from '../settings/stream-sink.ts'
import type { Field } from '../signature/field.ts'
import { drain } from './drain.ts'
import { ShownField } from './shown-field.ts'

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
  private readonly options: StreamedReplyOptions
  private readonly fields: ReadonlyMap<string, Field>
  private makeParser: () => FieldStream
  private parser: FieldStream
  private shown = new Map<string, ShownField>()
  private hasShown = false
  private hasThought = false
  private response: LMResponse | undefined

  constructor(options: StreamedReplyOptions) {
    this.options = options
    const wanted = options.outputFields.filter(({ name }) => options.call.wants(name) !== 'nothing')
    this.fields = new Map(wanted.map((field) => [field.name, field]))
    this.makeParser = options.makeParser
    this.parser = this.makeParser()
  }

  /** Drains an LM's stream; throws `LMStreamTruncatedError` when it ends without its last event. */
  async receive(
    events: AsyncIterable<LMStreamEvent>,
    signal: AbortSignal | undefined,
  ): Promise<LMResponse> {
    this.response = undefined
    await drain(events, signal, (event) => this.take(event))
    // What `take` sets, the compiler cannot see.
    const response: LMResponse | undefined = this.response
    if (response) return response
    throw new LMStreamTruncatedError('The LM stream ended without its `finish` event.')
  }

  /** From here on the fields come in another reply, that of an LM which takes them out of the first. */
  readFrom(makeParser: () => FieldStream): this {
    this.makeParser = makeParser
    this.parser = makeParser()
    return this
  }

  /** Takes back what was shown: another attempt begins. */
  async restart(): Promise<void> {
    if (this.hasShown) await this.emit({ type: 'restart', ...this.options.call.marks })
    this.hasShown = false
    this.hasThought = false
    this.shown = new Map()
    this.parser = this.makeParser()
  }

  /** Shows what the whole reply turned out to say beyond what was shown, or instead of it. */
  async complete(outputs: Readonly<Record<string, unknown>>): Promise<void> {
    for (const delta of this.parser.end()) await this.tell(delta)
    const fields = [...this.fields.values()]
    if (fields.some(({ name }) => this.shown.get(name)?.isMisled(outputs[name]) === true)) {
      await this.restart()
    }
    for (const field of fields) {
      const shown = this.shown.get(field.name)
      if (shown?.done) continue
      const text = shown?.text ?? ''
      const value = outputs[field.name]
      const told = value === undefined ? '' : formatValue(field.type, value)
      const whole = typeof value === 'string' ? value : text === '' ? told : text
      await this.show(field, whole.slice(text.length), true, { value })
    }
  }

  private take(event: LMStreamEvent): Wait {
    if (event.type === 'finish') this.response = event.response
    else if (event.type === 'restart') return this.restart()
    // A stream shows the first of several completions.
    else if (event.index !== 0) return undefined
    else if (event.type === 'text-delta') return this.takeText(event.text)
    else if (event.type === 'reasoning-delta') return this.takeThought(event.text)
    else if (this.options.call.wantsThoughts) {
      const { call, id, name, arguments: delta = '' } = event
      const about = {
        call,
        ...(id === undefined ? {} : { id }),
        ...(name === undefined ? {} : { name }),
      }
      return this.emit({ type: 'tool-call', ...this.options.call.marks, ...about, delta })
    }
    return undefined
  }

  private takeText(text: string): Wait {
    let wait: Wait
    for (const delta of this.parser.push(text)) wait = this.tell(delta) ?? wait
    return wait
  }

  private takeThought(text: string): Wait {
    const { call, thoughtField } = this.options
    const field = thoughtField === undefined ? undefined : this.fields.get(thoughtField)
    this.hasThought = true
    const wait = field ? this.show(field, text, false) : undefined
    if (!call.wantsThoughts) return wait
    return this.emit({ type: 'reasoning', ...call.marks, delta: text }) ?? wait
  }

  private tell({ field: name, delta, done }: FieldDelta): Wait {
    const field = this.fields.get(name)
    // What came beside the reply counts more than what is said in it.
    if (!field || (this.hasThought && name === this.options.thoughtField)) return undefined
    return this.show(field, delta, done)
  }

  private show(field: Field, delta: string, done: boolean, whole?: { value: unknown }): Wait {
    const { call, makePartial } = this.options
    const { name } = field
    let shown = this.shown.get(name)
    if (!shown) {
      const hasValue = call.wants(name) === 'value'
      shown = new ShownField(field, hasValue, hasValue ? makePartial(field) : undefined)
      this.shown.set(name, shown)
    }
    shown.add(delta, done)
    const { predictor, callNumber } = call.marks
    const event: FieldEvent = { type: 'field', predictor, field: name, delta, done }
    if (callNumber !== undefined) event.callNumber = callNumber
    if (shown.hasValue) {
      const value = whole ? whole.value : shown.value
      if (value !== undefined) event.value = value
    }
    return this.emit(event)
  }

  private emit(event: PredictorEvent): Wait {
    this.hasShown = true
    return this.options.sink.emit(event)
  }
}
