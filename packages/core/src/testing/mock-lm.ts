import { OckhamError } from '../errors/ockham-error.ts'
import { throwIfAborted } from '../lm/attempts/throw-if-aborted.ts'
import type { LM, LMCapabilities } from '../lm/lm.ts'
import type { LMRequest } from '../lm/lm-request.ts'
import type { LMOutput, LMResponse } from '../lm/lm-response.ts'
import type { LMStreamEvent } from '../lm/lm-stream-event.ts'
import { writeReply } from './write-reply.ts'

/** One reply: its raw text, or more of it, such as the tool calls. */
export type MockReply = string | Partial<LMOutput>

/** Fields for every call, replies in order, or a function of the request. */
export type MockReplies =
  | Readonly<Record<string, unknown>>
  | readonly MockReply[]
  | ((request: LMRequest) => MockReply | Promise<MockReply>)

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
 * every request in `requests`. Throws `OckhamError` when its replies are used up.
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
    const outputs: LMOutput[] = []
    for (let index = 0; index < count; index += 1) outputs.push(toOutput(await this.reply(request)))
    return {
      model: this.model,
      outputs,
      usage: {
        inputTokens: tokens(JSON.stringify(request.messages)),
        outputTokens: tokens(outputs.map(({ text }) => text).join('')),
      },
      costUSD: this.costUSD,
    }
  }

  async *stream(request: LMRequest): AsyncGenerator<LMStreamEvent, void, undefined> {
    const response = await this.generate(request)
    for (const [index, { text, reasoning, toolCalls = [] }] of response.outputs.entries()) {
      if (reasoning) yield { type: 'reasoning-delta', index, text: reasoning }
      for (const [piece] of text.matchAll(this.pieces)) {
        throwIfAborted(request.signal)
        yield { type: 'text-delta', index, text: piece }
      }
      for (const [call, tool] of toolCalls.entries()) {
        yield { type: 'tool-call-delta', index, call, ...tool }
      }
    }
    yield { type: 'finish', response }
  }

  private async reply(request: LMRequest): Promise<MockReply> {
    const { replies } = this
    if (typeof replies === 'function') return replies(request)
    if (!isList(replies)) return writeReply(replies, request.messages)
    const reply = replies[this.requests.length - 1]
    if (reply !== undefined) return reply
    throw new OckhamError(
      `MockLM has ${replies.length} replies and was called ${this.requests.length} times; give it more.`,
    )
  }
}

function isList(replies: MockReplies): replies is readonly MockReply[] {
  return Array.isArray(replies)
}

function toOutput(reply: MockReply): LMOutput {
  const output = typeof reply === 'string' ? { text: reply } : reply
  const finishReason = output.toolCalls ? 'tool_calls' : 'stop'
  return { text: '', finishReason, ...output }
}

function tokens(text: string): number {
  return Math.ceil(text.length / charactersPerToken)
}
