import type { LMResponse } from '../lm-response.ts'

/** Whether each output came to its proper end; a cut or blocked one may turn out better next time. */
export function isCacheable(response: LMResponse): boolean {
  return (
    response.outputs.length > 0 &&
    response.outputs.every(
      ({ finishReason }) => finishReason === 'stop' || finishReason === 'tool_calls',
    )
  )
}
