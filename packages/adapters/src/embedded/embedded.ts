import { setImmediate } from 'node:timers/promises'
import {
  AbortError,
  type JSONValue,
  type LM,
  type LMRequest,
  type LMResponse,
  type LMStreamEvent,
  OptionError,
} from '@ockham/core'
import { type Completer, completer } from './completer.ts'
import { countMessageTokens, countTokens } from './count-tokens.ts'
import { cutReply } from './cut-reply.ts'
import { type EmbeddedOptions, resolveEmbeddedOptions } from './embedded-options.ts'
import type { EmbeddedTier } from './embedded-tier.ts'
import { completionCount, costOf, highestCost, outputLimit } from './request-cost.ts'
import { tierPrice } from './tier-price.ts'
import { wait } from './wait.ts'

const wordsBetweenBreaths = 32

/**
 * An LM that runs in this process, offline: it reads the rendered prompt, learns from the demonstrations in
 * it and answers each field by its type. It is not a language model: it has a small thesaurus and a
 * classifier, and what it gains from a prompt says nothing of what an LLM would. Labels whose names it does not
 * know it learns from demonstrations alone. Costs are illustrative.
 */
export function embedded(tier: EmbeddedTier, options?: EmbeddedOptions): LM {
  if (!Object.hasOwn(tierPrice, tier)) {
    throw new OptionError('tier', `must be one of ${Object.keys(tierPrice).join(', ')}.`)
  }
  const resolved = resolveEmbeddedOptions(options)
  const complete = completer(tier, resolved)
  return {
    model: `embedded/${tier}`,
    local: true,
    capabilities: { jsonObject: true, jsonSchema: true },
    maxCostUSD: (request) => highestCost(tier, request),
    generate: async (request) => {
      await wait(resolved.latencyMs, request.signal)
      return respond(tier, complete, request)
    },
    stream: (request) => stream(tier, complete, request, resolved.latencyMs),
    fingerprint: (request) => fingerprint(tier, resolved, request),
  }
}

function fingerprint(
  tier: EmbeddedTier,
  { seed, formatSlips }: Required<EmbeddedOptions>,
  { messages, config = {} }: LMRequest,
): JSONValue {
  const asked: object = { tier, seed, formatSlips, messages, config }
  // Messages and settings are JSON already.
  return asked as JSONValue
}

function respond(tier: EmbeddedTier, complete: Completer, request: LMRequest): LMResponse {
  const outputs = Array.from({ length: completionCount(request) }, (_, index) =>
    cutReply(complete(request, index), request.config?.stop ?? [], outputLimit(request)),
  )
  const inputTokens = countMessageTokens(request.messages)
  const outputTokens = outputs.reduce((sum, { text }) => sum + countTokens(text), 0)
  return {
    model: `embedded/${tier}`,
    outputs,
    usage: { inputTokens, outputTokens },
    costUSD: costOf(tier, inputTokens, outputTokens),
  }
}

async function* stream(
  tier: EmbeddedTier,
  complete: Completer,
  request: LMRequest,
  latencyMs: number,
): AsyncGenerator<LMStreamEvent> {
  await wait(latencyMs, request.signal)
  const response = respond(tier, complete, request)
  let words = 0
  for (const [index, output] of response.outputs.entries()) {
    for (const text of output.text.match(/\s*\S+|\s+$/g) ?? []) {
      if (request.signal?.aborted) throw new AbortError(request.signal.reason)
      yield { type: 'text-delta', index, text }
      words += 1
      if (words % wordsBetweenBreaths === 0) await setImmediate()
    }
  }
  if (request.signal?.aborted) throw new AbortError(request.signal.reason)
  yield { type: 'finish', response }
}
