/** The capabilities that an LM has or has not; the others are limits. */
export const capabilityFlags = [
  'jsonSchema',
  'jsonObject',
  'tools',
  'reasoning',
  'citations',
  'vision',
  'audio',
  'logprobs',
] as const
