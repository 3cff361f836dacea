import {
  type LM,
  LMInvalidRequestError,
  type LMRequest,
  type LMResponse,
  LMServerError,
  LMTimeoutError,
} from '@ockham/core'
import { numberOf, simulatedReply } from '../optimizing/simulated-reply.ts'
import { type Price, promptTokens } from '../worlds/prompt/respond.ts'

/** What a provider wants for its calls. */
export interface Bill {
  calls: number
  usd: number
  /** Calls that do not tell what they cost. */
  unpriced: number
}

/** How an LM behaves; chances are out of 100. */
export interface Behaviour {
  readonly price: Price
  /** Tokens that a reply has at most. */
  readonly maxTokens: number
  readonly failures: number
  readonly silences: number
  readonly nonsense: number
  readonly seed: number
}

const million = 1e6

/** A simulated LM whose calls are put on a bill as they begin, whatever the caller thinks that they cost. */
export function chargingLM(model: string, behaviour: Behaviour, bill: Bill): LM {
  const { price, maxTokens, failures, silences, nonsense, seed } = behaviour
  const cost = (request: LMRequest, tokens: number): number =>
    (promptTokens(request) * price.input + tokens * price.output) / million
  const bound = (request: LMRequest): number => cost(request, maxTokens)

  async function generate(request: LMRequest): Promise<LMResponse> {
    bill.calls += 1
    const text = simulatedReply(request, model)
    // A call that is made again may go another way.
    const chance = (event: string): number => numberOf(event, text, `${seed} ${bill.calls}`) % 100
    for (let turns = chance('turns') % 5; turns > 0; turns -= 1) {
      await new Promise((resolve) => setImmediate(resolve))
    }
    const costUSD = cost(request, numberOf(text, 'tokens') % (maxTokens + 1))
    if (chance('failure') < failures) throw failure(chance('kind'), request, costUSD)
    bill.usd += costUSD
    const isSilent = chance('silence') < silences
    if (isSilent) bill.unpriced += 1
    return {
      model,
      outputs: [{ text: chance('sense') < nonsense ? 'Well.' : text, finishReason: 'stop' }],
      usage: { inputTokens: promptTokens(request), outputTokens: maxTokens },
      costUSD: isSilent ? null : costUSD,
    }
  }

  /** Some failures are billed, and of those some say so. */
  function failure(kind: number, request: LMRequest, costUSD: number): Error {
    if (kind < 25) return new LMInvalidRequestError('no')
    if (kind < 50) return new TypeError('broken')
    if (kind < 75) {
      bill.usd += costUSD
      return new LMServerError('half done', { costUSD })
    }
    // Nobody knows how far it came.
    bill.usd += bound(request)
    return new LMTimeoutError('slow', { phase: 'total' })
  }

  return {
    model,
    generate,
    async *stream(request) {
      yield { type: 'finish', response: await generate(request) }
    },
    maxCostUSD: bound,
  }
}
