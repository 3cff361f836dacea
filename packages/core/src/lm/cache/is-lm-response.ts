import { isRecord } from '../../internal/is-record.ts'
import type { LMResponse } from '../lm-response.ts'

/** Whether a value that a store gave back still has the shape of a reply. */
export function isLMResponse(value: unknown): value is LMResponse {
  if (!isRecord(value)) return false
  const { model, outputs, usage } = value
  return (
    typeof model === 'string' &&
    Array.isArray(outputs) &&
    outputs.every(isOutput) &&
    isRecord(usage) &&
    isUsage(usage)
  )
}

function isOutput(value: unknown): boolean {
  if (!isRecord(value)) return false
  const { text, finishReason, reasoning, toolCalls, citations } = value
  return (
    typeof text === 'string' &&
    typeof finishReason === 'string' &&
    (reasoning === undefined || typeof reasoning === 'string') &&
    (toolCalls === undefined || (Array.isArray(toolCalls) && toolCalls.every(isToolCall))) &&
    (citations === undefined || (Array.isArray(citations) && citations.every(isRecord)))
  )
}

function isToolCall(value: unknown): boolean {
  if (!isRecord(value)) return false
  return [value['id'], value['name'], value['arguments']].every((part) => typeof part === 'string')
}

function isUsage({ inputTokens, outputTokens }: Record<string, unknown>): boolean {
  return typeof inputTokens === 'number' && typeof outputTokens === 'number'
}
