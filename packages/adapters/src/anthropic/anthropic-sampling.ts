import type { LMConfig } from '@ockham/core'
import { claudeVersion } from './claude-version.ts'

const firstWithout = 407

/**
 * `temperature` or `topP`, for the models that take one of them. Models from 4.7 on and thinking
 * models answer 400 to either, so both are left out for them.
 */
export function anthropicSampling(
  model: string,
  { temperature, topP }: LMConfig,
  thinks: boolean,
): { temperature?: number; top_p?: number } {
  if (thinks || claudeVersion(model) >= firstWithout) return {}
  // Both together are an error since 4.1.
  if (temperature !== undefined) return { temperature }
  return topP === undefined ? {} : { top_p: topP }
}
