import { BudgetExceededError, type LMStreamEvent } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { slowLM } from '../__fixtures__/slow-lm.ts'
import { BudgetLedger } from './budget-ledger.ts'
import { metered } from './metered.ts'

const request = { messages: [] }

async function drain(stream: AsyncIterable<LMStreamEvent>): Promise<string[]> {
  const types: string[] = []
  for await (const event of stream) types.push(event.type)
  return types
}

describe('metered', () => {
  it('keeps what the LM is: its model, its capabilities, and what a call can cost', () => {
    const facts = { local: true, account: 'mine', maySee: () => true, fingerprint: () => 'body' }
    const lm = Object.assign(slowLM({ maxCostUSD: 0.5 }), facts)
    const wrapped = metered(lm, new BudgetLedger({}))
    expect(wrapped).toMatchObject({ local: true, account: 'mine' })
    expect([wrapped.maySee?.(request), wrapped.fingerprint?.(request)]).toEqual([true, 'body'])
    expect(wrapped.model).toBe('test/slow')
    expect(wrapped.capabilities).toEqual({ jsonSchema: true })
    expect(wrapped.maxCostUSD?.(request)).toBe(0.5)
  })

  it('counts and refuses streams too', async () => {
    const ledger = new BudgetLedger({ calls: 1 })
    const wrapped = metered(slowLM({ costUSD: 0.25 }), ledger)
    expect(await drain(wrapped.stream(request))).toEqual(['text-delta', 'text-delta', 'finish'])
    expect([ledger.calls, ledger.costUSD]).toEqual([1, 0.25])
    await expect(drain(wrapped.stream(request))).rejects.toThrow(BudgetExceededError)
  })

  it('charges what a stream can cost when its consumer leaves early', async () => {
    const ledger = new BudgetLedger({ usd: 1 })
    for await (const _event of metered(slowLM({ maxCostUSD: 0.75 }), ledger).stream(request)) break
    expect([ledger.calls, ledger.costUSD]).toEqual([1, 0.75])
  })

  it('asks for nothing from the LM before the stream is read', () => {
    const lm = slowLM({})
    metered(lm, new BudgetLedger({ calls: 1 })).stream(request)
    expect(lm.calls).toBe(0)
  })

  it('says what is used up and what to do when it refuses', async () => {
    const wrapped = metered(slowLM({ costUSD: 0.25 }), new BudgetLedger({ calls: 1 }))
    await wrapped.generate(request)
    await expect(wrapped.generate(request)).rejects.toThrow(
      'could exceed the budget of 1 calls: 1 calls and $0.25 are used. Raise `budget` to go further.',
    )
  })
})
