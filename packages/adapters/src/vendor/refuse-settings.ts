import { type LMConfig, UnsupportedFeatureError } from '@ockham/core'

type Setting = 'n' | 'logprobs' | 'jsonObject' | 'responseFormat' | 'tools' | 'requiredTool'

/** Throws `UnsupportedFeatureError` when a setting asks for what the vendor's wire cannot say. */
export function refuseSettings(
  config: LMConfig,
  vendor: string,
  settings: readonly Setting[],
): void {
  for (const setting of settings) {
    const problem = problems[setting](config)
    if (problem) throw new UnsupportedFeatureError(`${vendor} ${problem}`)
  }
}

const problems = {
  n: ({ n = 1 }: LMConfig) =>
    n > 1 && `gives one completion per call; leave out \`n\` and call it ${n} times.`,
  logprobs: ({ logprobs = false }: LMConfig) =>
    logprobs !== false && 'reports no log probabilities; leave out `logprobs`.',
  jsonObject: ({ responseFormat }: LMConfig) =>
    responseFormat?.type === 'json_object' &&
    'enforces JSON only by a schema; use a `responseFormat` of the type json_schema.',
  responseFormat: ({ responseFormat = { type: 'text' } }: LMConfig) =>
    responseFormat.type !== 'text' &&
    'enforces no JSON; leave out `responseFormat` and ask for it in the prompt.',
  tools: ({ tools = [], toolChoice }: LMConfig) =>
    tools.length > 0 && toolChoice !== 'none' && 'calls no tools; leave out `tools`.',
  requiredTool: ({ toolChoice = 'auto' }: LMConfig) =>
    toolChoice !== 'auto' &&
    toolChoice !== 'none' &&
    'cannot be forced to call a tool; use the `toolChoice` auto.',
}
