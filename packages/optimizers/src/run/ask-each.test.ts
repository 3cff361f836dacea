import { BudgetExceededError } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { askEach } from './ask-each.ts'

describe('askEach', () => {
  it('keeps the order of the questions, and loses no answer to the failure of another', async () => {
    const answers = await askEach({
      count: 4,
      signal: undefined,
      ask: async (index) => {
        await new Promise((resolve) => setTimeout(resolve, 4 - index))
        if (index === 2) throw new Error('down')
        return index
      },
    })
    expect(answers).toEqual([0, 1, 3])
  })

  it('throws when every question failed, and gives nothing for no question', async () => {
    const ask = (index: number): Promise<number> => Promise.reject(new Error(`down ${index}`))
    await expect(askEach({ count: 3, signal: undefined, ask })).rejects.toThrow('down 2')
    expect(await askEach({ count: 0, signal: undefined, ask })).toEqual([])
  })

  it('stops at what would fail every other question too', async () => {
    const ask = async (index: number): Promise<number> => {
      if (index === 1) throw new BudgetExceededError('used up')
      return index
    }
    await expect(askEach({ count: 3, signal: undefined, ask })).rejects.toThrow('used up')
    const signal = AbortSignal.abort('stop')
    const aborted = askEach({ count: 2, signal, ask: () => Promise.reject(new Error('aborted')) })
    await expect(aborted).rejects.toThrow('aborted')
  })
})
