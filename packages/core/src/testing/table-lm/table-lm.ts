import { LMConfigurationError } from '../../errors/lm-configuration-error.ts'
import { LMError } from '../../errors/lm-error.ts'
import { throwIfAborted } from '../../lm/attempts/throw-if-aborted.ts'
import { estimateTokens } from '../../lm/limit/estimate-tokens.ts'
import type { LM } from '../../lm/lm.ts'
import type { LMRequest } from '../../lm/lm-request.ts'
import type { LMOutput, LMResponse } from '../../lm/lm-response.ts'
import type { LMStreamEvent } from '../../lm/lm-stream-event.ts'
import { wait } from '../../lm/retry/wait.ts'
import { replay } from '../../lm/stream/replay.ts'
import type { JSONValue } from '../../schema/json-value.ts'
import { writeReply } from '../write-reply.ts'
import { type AskedField, askedFields } from './asked-fields.ts'
import { inputValues } from './input-values.ts'
import { lastText } from './last-text.ts'
import type { Outcome } from './outcome.ts'
import type { RecordedOutcomes } from './recorded-outcomes.ts'
import {
  type ResolvedTableLMOptions,
  resolveTableLMOptions,
  type TableLMOptions,
} from './table-lm-options.ts'

const charactersPerToken = 4
const nothing: Outcome = {
  answer: undefined,
  score: undefined,
  costUSD: undefined,
  latencyMs: undefined,
}

/**
 * A model of an `OutcomeTable` as an LM: it answers a request with what is recorded for the example that
 * the request is about, in the format that the prompt asks for, at the recorded cost; each completion
 * costs as much. Throws `LMConfigurationError` when it cannot tell the example.
 */
export class TableLM implements LM {
  readonly model: string
  private readonly table: RecordedOutcomes
  private readonly options: ResolvedTableLMOptions
  // All requests of a program have few system messages.
  private readonly asked = new Map<string, readonly AskedField[]>()

  /** Throws `OptionError` for options that cannot be used. */
  constructor(model: string, table: RecordedOutcomes, options: TableLMOptions = {}) {
    this.model = model
    this.table = table
    this.options = resolveTableLMOptions(options)
  }

  async generate(request: LMRequest): Promise<LMResponse> {
    throwIfAborted(request.signal)
    const outcome = this.outcome(request)
    const { latencyMs } = outcome
    if (this.options.waits && latencyMs !== undefined) await wait(latencyMs, request.signal)
    const count = request.config?.n ?? 1
    const text = this.reply(request, outcome)
    return {
      model: this.model,
      outputs: Array.from({ length: count }, (): LMOutput => ({ text, finishReason: 'stop' })),
      usage: {
        inputTokens: estimateTokens({ messages: request.messages }),
        outputTokens: count * Math.ceil(text.length / charactersPerToken),
        estimated: true,
      },
      costUSD: costOf(outcome, request),
    }
  }

  async *stream(request: LMRequest): AsyncGenerator<LMStreamEvent, void, undefined> {
    yield* replay(await this.generate(request))
  }

  /** The recorded cost, which is just what the request will cost; throws as `generate` does. */
  maxCostUSD(request: LMRequest): number | null {
    return costOf(this.outcome(request), request)
  }

  /** The outcome and the request, so that another table of the same model is not mistaken for this one. */
  fingerprint(request: LMRequest): JSONValue {
    const { answer, score, costUSD } = this.outcome(request)
    const outcome = [answer ?? null, score ?? null, costUSD ?? null]
    const { otherFields, blank } = this.options
    const asked = JSON.stringify([request.messages, request.config?.n ?? 1, otherFields])
    return { table: this.model, outcome, blank, asked }
  }

  private outcome({ messages }: LMRequest): Outcome {
    const { model } = this
    const text = lastText(messages, 'user')
    const question = { model, field: this.options.field, values: inputValues(text), text }
    return this.table.index.find(question).outcomes.get(model) ?? nothing
  }

  private reply({ messages }: LMRequest, outcome: Outcome): string {
    const recorded = this.table.hasAnswers ? outcome.answer : outcome.score
    if (recorded === undefined && this.options.blank === 'throw') {
      const costUSD = outcome.costUSD ?? 0
      const message = `The table has no answer of ${this.model} to this. Leave \`blank\` out to have it answer with an empty text.`
      throw new LMError(message, { model: this.model, costUSD })
    }
    const text = String(recorded ?? '')
    const fields = this.askedIn(lastText(messages, 'system'))
    const answer = fields.find(({ name }) => name === this.table.output) ?? fields.at(-1)
    if (answer === undefined) return text
    const values = fields.map((field) => [
      field.name,
      field === answer ? text : this.otherValue(field),
    ])
    return writeReply(Object.fromEntries(values), messages)
  }

  private askedIn(system: string): readonly AskedField[] {
    const known = this.asked.get(system)
    if (known !== undefined) return known
    const fields = askedFields(system)
    this.asked.set(system, fields)
    return fields
  }

  private otherValue({ name, type }: AskedField): unknown {
    const { otherFields } = this.options
    if (Object.hasOwn(otherFields, name)) return otherFields[name]
    if (type === 'str') return ''
    throw new LMConfigurationError(
      `The table says nothing of the output field \`${name}\` (${type}); pass \`otherFields: { ${name}: … }\` to \`table.lm("${this.model}", …)\`.`,
      { model: this.model },
    )
  }
}

function costOf({ costUSD }: Outcome, { config }: LMRequest): number | null {
  return costUSD === undefined ? null : costUSD * (config?.n ?? 1)
}
