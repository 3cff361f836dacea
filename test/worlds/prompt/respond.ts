import {
  AbortError,
  type LMOutput,
  type LMRequest,
  type LMResponse,
  type LMStreamEvent,
} from '@ockham/core'
import { textOf } from './text-of.ts'

/** US dollars for a million tokens. */
export interface Price {
  readonly input: number
  readonly output: number
}

/** Who answers, and at which price. */
export interface Responder {
  readonly model: string
  readonly price: Price
  /** Milliseconds before the reply; 0 does not wait at all. */
  readonly latencyMs: number
  /** The text of a completion. */
  reply(request: LMRequest, index: number): string
}

const charactersPerToken = 4
const usualMaxTokens = 512
const million = 1e6

/** The whole reply of a responder; throws `AbortError`. */
export async function respond(responder: Responder, request: LMRequest): Promise<LMResponse> {
  if (responder.latencyMs > 0) {
    await new Promise((resolve) => setTimeout(resolve, responder.latencyMs))
  }
  if (request.signal?.aborted === true) throw new AbortError(request.signal.reason)
  const outputs: LMOutput[] = Array.from({ length: request.config?.n ?? 1 }, (_, index) => ({
    text: responder.reply(request, index),
    finishReason: 'stop',
  }))
  const inputTokens = promptTokens(request)
  const outputTokens = outputs.reduce((sum, { text }) => sum + tokens(text.length), 0)
  return {
    model: responder.model,
    outputs,
    usage: { inputTokens, outputTokens },
    costUSD: cost(responder.price, inputTokens, outputTokens),
  }
}

/** A reply in pieces of a few words each, and then the whole of it. */
export async function* inPieces(response: LMResponse): AsyncGenerator<LMStreamEvent, void> {
  for (const [index, { text }] of response.outputs.entries()) {
    for (const [piece] of text.matchAll(/\s*(?:\S+\s*){1,3}/g)) {
      yield { type: 'text-delta', index, text: piece }
    }
  }
  yield { type: 'finish', response }
}

/** The most that a request can cost, in US dollars. */
export function costLimit(price: Price, request: LMRequest): number {
  const { maxTokens = usualMaxTokens, n = 1 } = request.config ?? {}
  return cost(price, promptTokens(request), maxTokens * n)
}

/** What of the randomness of a request may differ from that of an equal one: nothing at temperature 0. */
export function rollout({ config }: LMRequest, index: number): string {
  return (config?.temperature ?? 0) > 0 ? `${config?.rolloutId ?? 0}/${index}` : ''
}

/** Tokens of all messages together. */
export function promptTokens({ messages }: LMRequest): number {
  return tokens(messages.reduce((sum, message) => sum + textOf(message).length, 0))
}

function tokens(characters: number): number {
  return Math.ceil(characters / charactersPerToken)
}

function cost(price: Price, inputTokens: number, outputTokens: number): number {
  return (inputTokens * price.input + outputTokens * price.output) / million
}
