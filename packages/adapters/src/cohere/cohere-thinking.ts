import type { LMConfig } from '@ockham/core'

const budgets = { minimal: 512, low: 1024, medium: 4096, high: undefined } as const

/** Whether the model thinks, and can be told how much. */
export function isCohereReasoning(model: string): boolean {
  return model.includes('reasoning')
}

/** `reasoningEffort` in Cohere's words, for the models that think; `high` sets no limit. */
export function cohereThinking(
  model: string,
  effort: LMConfig['reasoningEffort'],
): { thinking?: { type: string; token_budget?: number } } {
  if (effort === undefined || !isCohereReasoning(model)) return {}
  if (effort === 'none') return { thinking: { type: 'disabled' } }
  const budget = budgets[effort]
  return { thinking: { type: 'enabled', ...(budget !== undefined && { token_budget: budget }) } }
}
