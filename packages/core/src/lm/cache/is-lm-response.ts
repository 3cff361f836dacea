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
    typeof usage['inputTokens'] === 'number' &&
    typeof usage['outputTokens'] === 'number'
  )
}

function isOutput(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value['text'] === 'string' &&
    typeof value['finishReason'] === 'string'
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
