import type { LM, LMResponse, LMStreamEvent } from '@ockham/core'

/** How the LM behaves. */
interface SlowLMOptions {
  costUSD?: number | null | (() => number)
  maxCostUSD?: number
  cached?: boolean
  fail?: Error
}

/** An LM that takes a moment, and what it saw. */
export interface SlowLM extends LM {
  calls: number
  /** For each call, how many others were under way when it began. */
  underWayAtStart: number[]
}

/** An LM, given as an object literal, whose calls take a few milliseconds. */
export function slowLM(options: SlowLMOptions): SlowLM {
  const { costUSD = 0, maxCostUSD, cached, fail } = options
  let underWay = 0
  async function generate(): Promise<LMResponse> {
    lm.calls += 1
    lm.underWayAtStart.push(underWay)
    underWay += 1
    await new Promise((resolve) => setTimeout(resolve, 2))
    underWay -= 1
    if (fail !== undefined) throw fail
    return {
      model: lm.model,
      outputs: [{ text: 'ab', finishReason: 'stop' }],
      usage: { inputTokens: 1, outputTokens: 1 },
      costUSD: typeof costUSD === 'function' ? costUSD() : costUSD,
      ...(cached === undefined ? {} : { cached }),
    }
  }
  async function* stream(): AsyncGenerator<LMStreamEvent, void, undefined> {
    yield { type: 'text-delta', index: 0, text: 'a' }
    yield { type: 'text-delta', index: 0, text: 'b' }
    yield { type: 'finish', response: await generate() }
  }
  const lm: SlowLM = {
    model: 'test/slow',
    capabilities: { jsonSchema: true },
    calls: 0,
    underWayAtStart: [],
    generate,
    stream,
    ...(maxCostUSD === undefined ? {} : { maxCostUSD: () => maxCostUSD }),
  }
  return lm
}
