import type { LMUsage } from '../../lm/lm-usage.ts'

/** Tokens and dollars of a call as one line. */
export function usageText(usage: LMUsage, costUSD: number | null | undefined): string {
  const beside = [
    counted(usage.cachedInputTokens, 'cached'),
    counted(usage.cacheWriteTokens, 'written to cache'),
    counted(usage.reasoningTokens, 'reasoning'),
  ].filter((text) => text !== '')
  const detail = beside.length > 0 ? ` (${beside.join(', ')})` : ''
  const about = usage.estimated === true ? 'about ' : ''
  const cost = typeof costUSD === 'number' ? `, $${dollars(costUSD)}` : ''
  return `${about}${usage.inputTokens} tokens in, ${usage.outputTokens} out${detail}${cost}`
}

function counted(tokens: number | undefined, word: string): string {
  return tokens ? `${tokens} ${word}` : ''
}

const dimeUSD = 0.1

// Cents, and of a fraction of a dime two digits that say something.
function dollars(costUSD: number): string {
  return costUSD === 0 || costUSD >= dimeUSD
    ? costUSD.toFixed(2)
    : String(Number(costUSD.toPrecision(2)))
}
