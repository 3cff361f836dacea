import type { RequestFacts } from './request-facts.ts'
import type { RuleCondition } from './routing-rule.ts'

/** Whether a rule is for this request; `custom` is asked last. */
export function ruleApplies(when: RuleCondition, facts: RequestFacts): boolean {
  const { task, tags = [] } = facts.request.config ?? {}
  if (when.task !== undefined && when.task !== task) return false
  if (when.tags && !when.tags.every((tag) => tags.includes(tag))) return false
  if (when.minInputTokens !== undefined && facts.inputTokens < when.minInputTokens) return false
  if (when.maxInputTokens !== undefined && facts.inputTokens > when.maxInputTokens) return false
  if (when.complexity !== undefined && when.complexity !== facts.complexity) return false
  return when.custom?.(facts.request) ?? true
}
