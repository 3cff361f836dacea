import { OckhamError } from '../errors/ockham-error.ts'
import { throwIfAborted } from '../lm/attempts/throw-if-aborted.ts'
import type { LM, LMCapabilities } from '../lm/lm.ts'
import type { LMRequest } from '../lm/lm-request.ts'
import type { LMResponse } from '../lm/lm-response.ts'
import type { LMStreamEvent } from '../lm/lm-stream-event.ts'
import { writeReply } from './write-reply.ts'

/** Fields for every call, raw texts in order, or a function of the request. */
export type MockReplies =
  | Readonly<Record<string, unknown>>
  | readonly string[]
  | ((request: LMRequest) => string | Promise<string>)

/** What a mock may be told beside its replies. */
export interface MockLMOptions {
  model?: string
  /** US dollars for each call; 0 by default. */
  costUSD?: number | null
  capabilities?: LMCapabilities
  /** Characters in each piece of a streamed reply; whole words by default. */
  chunkCharacters?: number
}

const charactersPerToken = 4

/**
 * An LM for tests: it answers with what it was told, in the format that the prompt asks for, and keeps
 * every request in `requests`. Throws `OckhamError` when its texts are used up.
 */
export class MockLM implements LM {
  readonly model: string
  readonly capabilities: LMCapabilities
  /** What was asked, in order. */
  readonly requests: LMRequest[] = []
  private readonly replies: MockReplies
  private readonly costUSD: number | null
  private readonly pieces: RegExp

  constructor(replies: MockReplies, options: MockLMOptions = {}) {
    this.replies = replies
    this.model = options.model ?? 'mock/mock'
    this.costUSD = options.costUSD === undefined ? 0 : options.costUSD
    this.capabilities = options.capabilities ?? {}
    const { chunkCharacters } = options
    this.pieces =
      chunkCharacters === undefined
        ? /\s*\S+\s*/g
        : new RegExp(`[\\s\\S]{1,${chunkCharacters}}`, 'g')
  }

  async generate(request: LMRequest): Promise<LMResponse> {
    throwIfAborted(request.signal)
    this.requests.push(request)
    const count = request.config?.n ?? 1
    const texts: string[] = []
    for (let index = 0; index < count; index += 1) texts.push(await this.reply(request))
    return {
      model: this.model,
      outputs: texts.map((text) => ({ text, finishReason: 'stop' })),
      usage: {
        inputTokens: tokens(JSON.stringify(request.messages)),
        outputTokens: tokens(texts.join('')),
      },
      costUSD: this.costUSD,
    }
  }

  async *stream(request: LMRequest): AsyncGenerator<LMStreamEvent, void, undefined> {
    const response = await this.generate(request)
    for (const [index, { text }] of response.outputs.entries()) {
      for (const [piece] of text.matchAll(this.pieces)) {
        throwIfAborted(request.signal)
        yield { type: 'text-delta', index, text: piece }
      }
    }
    yield { type: 'finish', response }
  }

  private async reply(request: LMRequest): Promise<string> {
    const { replies } = this
    if (typeof replies === 'function') return replies(request)
    if (!isTexts(replies)) return writeReply(replies, request.messages)
    const text = replies[this.requests.length - 1]
    if (text !== undefined) return text
    throw new OckhamError(
      `MockLM has ${replies.length} replies and was called ${this.requests.length} times; give it more.`,
    )
  }
}

function isTexts(replies: MockReplies): replies is readonly string[] {
  return Array.isArray(replies)
}

function tokens(text: string): number {
  return Math.ceil(text.length / charactersPerToken)
}
