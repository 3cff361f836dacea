import type { LMOutput, LMRateLimits, LMStreamEvent } from '@ockham/core'
import { assertNever } from '../internal/assert-never.ts'
import { OutputAssembler } from './output-assembler.ts'
import type { ReplyPart, ReportedUsage } from './reply-part.ts'

/** Puts a whole reply together from its parts, and knows whether its end was seen. */
export class ReplyAssembler {
  readonly #outputs: OutputAssembler[] = []
  #usage: ReportedUsage = {}
  #limits: LMRateLimits | undefined
  readonly #malformed: string[] = []
  #ended = false

  /** The vendor said that nothing follows. */
  get ended(): boolean {
    return this.#ended
  }

  /** Every completion has its finish reason. */
  get finished(): boolean {
    const outputs = this.#outputs.filter((output) => output !== undefined)
    return outputs.length > 0 && outputs.every((output) => output.finishReason !== undefined)
  }

  /** Every completion says something and leaves nothing half written. */
  get balanced(): boolean {
    const outputs = this.#outputs.filter((output) => output !== undefined)
    return outputs.length > 0 && outputs.every((output) => output.balanced)
  }

  /** What the response headers said about rate limits. */
  get limits(): LMRateLimits | undefined {
    return this.#limits
  }

  /** How the events begin that could not be read. */
  get malformed(): readonly string[] {
    return this.#malformed
  }

  get usage(): ReportedUsage {
    return this.#usage
  }

  /** Takes a part and returns the event to yield for it, if any. */
  add(part: ReplyPart): LMStreamEvent | undefined {
    switch (part.type) {
      case 'text':
        if (part.text === '') return undefined
        this.#output(part.index).text += part.text
        return { type: 'text-delta', index: part.index, text: part.text }
      case 'reasoning':
        if (part.text === '') return undefined
        this.#output(part.index).reasoning += part.text
        return { type: 'reasoning-delta', index: part.index, text: part.text }
      case 'tool-call':
        return this.#output(part.index).toolCalls.add(part)
      case 'citation':
        this.#output(part.index).citations.push(part.citation)
        return undefined
      case 'logprobs':
        this.#output(part.index).logprobs.push(...part.logprobs)
        return undefined
      case 'finish':
        this.#output(part.index).finishReason = part.reason
        return undefined
      case 'usage':
        this.#usage = { ...this.#usage, ...news(part.usage, this.#usage) }
        return undefined
      case 'limits':
        this.#limits = part.limits
        return undefined
      case 'malformed':
        this.#malformed.push(part.text)
        return undefined
      case 'end':
        this.#ended = true
        return undefined
      default:
        return assertNever(part)
    }
  }

  outputs(): LMOutput[] {
    return this.#outputs.filter((output) => output !== undefined).map((output) => output.output())
  }

  #output(index: number): OutputAssembler {
    const output = this.#outputs[index] ?? new OutputAssembler()
    this.#outputs[index] = output
    return output
  }
}

/** What a report adds to earlier ones: counts are cumulative, so a 0 after more is a blank. */
function news(usage: ReportedUsage, earlier: ReportedUsage): ReportedUsage {
  const isNews = ([name, value]: [string, unknown]): boolean =>
    value !== undefined && (value !== 0 || Reflect.get(earlier, name) === undefined)
  return Object.fromEntries(Object.entries(usage).filter(isNews))
}
