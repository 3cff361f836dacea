/** `provider/model`, taken apart; the model keeps its own slashes. */
export interface ModelName {
  provider: string
  model: string
}

/** Undefined when there is no slash, or nothing on one side of it. */
export function parseModelName(name: string): ModelName | undefined {
  const slash = name.indexOf('/')
  const provider = name.slice(0, Math.max(slash, 0)).trim()
  const model = name.slice(slash + 1).trim()
  return provider && model ? { provider, model } : undefined
}
