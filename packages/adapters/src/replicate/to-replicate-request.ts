import { UnsupportedFeatureError } from '@ockham/core'
import { refuseSettings } from '../vendor/refuse-settings.ts'
import type { VendorRequest } from '../vendor/vendor.ts'
import { replicateTarget } from './replicate-target.ts'
import { toReplicatePrompt } from './to-replicate-prompt.ts'

/** The body that makes a prediction; `extra` is merged into its input. Throws `UnsupportedFeatureError`. */
export function toReplicateRequest({ model, messages, config, streamed }: VendorRequest): object {
  refuseSettings(config, 'Replicate', ['n', 'logprobs', 'responseFormat', 'tools'])
  const target = replicateTarget(model)
  if (!target) {
    throw new UnsupportedFeatureError(
      `"${model}" is no model of Replicate; write owner/name, owner/name:version or a version.`,
    )
  }
  const { temperature, maxTokens, topP, stop, seed } = config
  return {
    ...(target.version !== undefined && { version: target.version }),
    ...(streamed && { stream: true }),
    input: {
      ...toReplicatePrompt(messages),
      ...(temperature !== undefined && { temperature }),
      ...(maxTokens !== undefined && { max_tokens: maxTokens }),
      ...(topP !== undefined && { top_p: topP }),
      ...(stop && { stop_sequences: stop.join(',') }),
      ...(seed !== undefined && { seed }),
      ...config.extra,
    },
  }
}
