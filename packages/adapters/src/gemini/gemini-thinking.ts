import type { LMConfig } from '@ockham/core'
import { geminiVersion } from './gemini-version.ts'

type Effort = NonNullable<LMConfig['reasoningEffort']>

/** How much a Gemini model thinks, and whether it tells. */
export interface GeminiThinking {
  thinkingConfig?: { includeThoughts?: boolean; thinkingLevel?: string; thinkingBudget?: number }
}

const firstWithThinking = 205
const firstWithLevels = 300
// Not every model of a version knows `minimal`, and none of them can be kept from thinking.
const levels: Readonly<Record<Effort, string>> = {
  none: 'low',
  minimal: 'low',
  low: 'low',
  medium: 'medium',
  high: 'high',
}
// The budgets that Google's own OpenAI-compatible server gives these efforts.
const budgets: Readonly<Record<Effort, number>> = {
  none: 0,
  minimal: 1024,
  low: 1024,
  medium: 8192,
  high: 24_576,
}
const smallestProBudget = 128

/** `reasoningEffort` in Gemini's words: a level, before version 3 a budget, before 2.5 nothing. */
export function geminiThinking(model: string, effort: LMConfig['reasoningEffort']): GeminiThinking {
  const version = geminiVersion(model)
  if (effort === undefined || version < firstWithThinking || model.startsWith('gemma')) return {}
  const tells = effort === 'none' ? {} : { includeThoughts: true }
  if (version >= firstWithLevels) {
    return { thinkingConfig: { ...tells, thinkingLevel: levels[effort] } }
  }
  const smallest = model.includes('-pro') ? smallestProBudget : 0
  return { thinkingConfig: { ...tells, thinkingBudget: Math.max(budgets[effort], smallest) } }
}
