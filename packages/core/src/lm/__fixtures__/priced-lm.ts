import { AbortError } from '../../errors/abort-error.ts'
import { LMServerError } from '../../errors/lm-server-error.ts'
import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'
import { collect } from '../stream/collect.ts'
import { reply } from './reply.ts'

/** What an LM under test really did. */
export interface Bill {
  calls: number
  usd: number
}

/**
 * An LM that takes a moment, fails by chance and honours its signal. The prompt and each of up to
 * `maxTokens` tokens of the reply cost `tokenUSD`, as they come; what it tells as its bound is all of them.
 */
export function pricedLM(random: () => number, bill: Bill, tokenUSD: number): LM {
  async function* stream(request: LMRequest): AsyncGenerator<LMStreamEvent, void> {
    const { signal, config } = request
    const tokens = Math.ceil(random() * (config?.maxTokens ?? 1))
    const fails = random() < 0.4 ? Math.floor(random() * tokens) : tokens
    await new Promise((resolve) => setTimeout(resolve, random() * 3))
    if (signal?.aborted) throw new AbortError(signal.reason)
    if (fails === 0) throw new LMServerError('down')
    let costUSD = tokenUSD
    bill.calls += 1
    bill.usd += tokenUSD
    for (let token = 0; token < tokens; token += 1) {
      if (token === fails) throw new LMServerError('cut', { costUSD })
      if (signal?.aborted) throw new AbortError(signal.reason)
      costUSD += tokenUSD
      bill.usd += tokenUSD
      yield { type: 'text-delta', index: 0, text: 'four' }
    }
    yield { type: 'finish', response: { ...reply('yes'), costUSD } }
  }
  return {
    model: 'test/priced',
    maxCostUSD: ({ config }) => tokenUSD * (1 + (config?.maxTokens ?? 1)),
    generate: (request) => collect(stream(request)),
    stream,
  }
}
