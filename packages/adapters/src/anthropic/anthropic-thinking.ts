import type Anthropic from '@anthropic-ai/sdk'
import type { LMConfig } from '@ockham/core'
import type { VendorRequest } from '../vendor/vendor.ts'
import { claudeVersion } from './claude-version.ts'

type Effort = Exclude<NonNullable<LMConfig['reasoningEffort']>, 'none'>
type Thinking = Pick<Anthropic.MessageCreateParams, 'thinking' | 'output_config'>

const efforts = { minimal: 'low', low: 'low', medium: 'medium', high: 'high' } as const
const budgets: Readonly<Record<Effort, number>> = {
  minimal: 1024,
  low: 1024,
  medium: 4096,
  high: 16_384,
}
const smallestBudget = 1024
const firstWithEffort = 406

/**
 * `reasoningEffort` in Anthropic's words: an effort, or for models before 4.6 a token budget, which
 * has to fit into `maxTokens`; `none` asks for no thinking. With a budget the API takes neither a
 * forced call nor the results of calls whose thoughts are not told back, and we keep none: the
 * request goes without.
 */
export function anthropicThinking(
  { model, messages, config }: VendorRequest,
  maxTokens: number,
): Thinking {
  const { reasoningEffort: effort, toolChoice = 'auto' } = config
  if (effort === undefined || effort === 'none') return {}
  if (claudeVersion(model) >= firstWithEffort) {
    // The newest models keep their thoughts to themselves unless asked.
    return {
      thinking: { type: 'adaptive', display: 'summarized' },
      output_config: { effort: efforts[effort] },
    }
  }
  const isForced = toolChoice !== 'auto' && toolChoice !== 'none'
  const latest = messages.findLast(({ role }) => role === 'assistant')
  if (isForced || (latest?.toolCalls ?? []).length > 0) return {}
  const budget = Math.min(budgets[effort], maxTokens - 1)
  if (budget < smallestBudget) return {}
  return { thinking: { type: 'enabled', budget_tokens: budget } }
}
