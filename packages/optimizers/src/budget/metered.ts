import type { LM, LMRequest, LMResponse, LMStreamEvent } from '@ockham/core'
import { AbortError } from '@ockham/core'
import type { BudgetLedger } from './budget-ledger.ts'

/** Where a reply comes from: somewhere else, or by `pay` from the LM. */
type Answer = (request: LMRequest, pay: () => Promise<LMResponse>) => Promise<LMResponse>

/** An LM whose calls a ledger allows and counts. */
export function metered(lm: LM, ledger: BudgetLedger, answer: Answer = (_, pay) => pay()): LM {
  async function pay(request: LMRequest): Promise<LMResponse> {
    const reservation = await ledger.reserve(lm, request)
    let response: LMResponse
    try {
      response = await lm.generate(request)
    } catch (error) {
      ledger.fail(reservation, error)
      throw error
    }
    ledger.settle(reservation, response)
    return response
  }

  async function* stream(request: LMRequest): AsyncGenerator<LMStreamEvent, void, undefined> {
    const reservation = await ledger.reserve(lm, request)
    // What ends the call if its consumer leaves before the end.
    let failure: unknown = new AbortError('The stream was left early.')
    let response: LMResponse | undefined
    try {
      for await (const event of lm.stream(request)) {
        if (event.type === 'finish') response = event.response
        yield event
      }
    } catch (error) {
      failure = error
      throw error
    } finally {
      if (response === undefined) ledger.fail(reservation, failure)
      else ledger.settle(reservation, response)
    }
  }

  const { model, local, account, capabilities } = lm
  return {
    model,
    ...(local === undefined ? {} : { local }),
    account,
    capabilities,
    generate: (request) => answer(request, () => pay(request)),
    stream,
    maxCostUSD: (request) => lm.maxCostUSD?.(request) ?? null,
    // What an LM does not tell is worked out by its callers, so these are there only where it does.
    ...(lm.maySee ? { maySee: (request: LMRequest) => lm.maySee?.(request) ?? false } : {}),
    ...(lm.fingerprint
      ? { fingerprint: (request: LMRequest) => lm.fingerprint?.(request) ?? null }
      : {}),
  }
}
