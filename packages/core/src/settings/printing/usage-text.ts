import type { LMUsage } from '../../lm/lm-usage.ts'
import { dollarsText } from './dollars-text.ts'

/** Tokens and dollars of a call as one line. */
export function usageText(usage: LMUsage, costUSD: number | null | undefined): string {
  const beside = [
    counted(usage.cachedInputTokens, 'cached'),
    counted(usage.cacheWriteTokens, 'written to cache'),
    counted(usage.reasoningTokens, 'reasoning'),
  ].filter((text) => text !== '')
  const detail = beside.length > 0 ? ` (${beside.join(', ')})` : ''
  const about = usage.estimated === true ? 'about ' : ''
  const cost = typeof costUSD === 'number' ? `, ${dollarsText(costUSD)}` : ''
  return `${about}${usage.inputTokens} tokens in, ${usage.outputTokens} out${detail}${cost}`
}

function counted(tokens: number | undefined, word: string): string {
  return tokens ? `${tokens} ${word}` : ''
}
