import type { ModelKey } from './model-key.ts'

/** Whether a model runs on the user's own machine, by its name; what Ollama hands on to its cloud does not. */
export function isLocalKey({ provider, model }: ModelKey): boolean {
  return provider.local === true && !(provider.name === 'ollama' && model.endsWith('-cloud'))
}
