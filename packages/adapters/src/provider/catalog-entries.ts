/** Under which name the price catalog knows a provider of ours. */
export interface CatalogEntry {
  provider: string
  catalog: string
  /** Which of the models that the catalog counts there the provider itself serves. */
  serves?: RegExp
}

/** Those who make models and serve them: a model of theirs is meant to be asked of them. */
export const makers: readonly CatalogEntry[] = [
  // Its open weights are served by others only.
  { provider: 'openai', catalog: 'openai', serves: /^(?!gpt-oss)/ },
  { provider: 'anthropic', catalog: 'anthropic' },
  // Google's list holds the guests of Vertex AI too.
  { provider: 'gemini', catalog: 'google', serves: /^(gemini|gemma|learnlm)/ },
  { provider: 'mistral', catalog: 'mistral' },
  { provider: 'cohere', catalog: 'cohere' },
  { provider: 'deepseek', catalog: 'deepseek' },
  { provider: 'xai', catalog: 'x-ai' },
  { provider: 'perplexity', catalog: 'perplexity' },
]

/** Those who serve the models of others. */
export const hosts: readonly CatalogEntry[] = [
  { provider: 'groq', catalog: 'groq' },
  { provider: 'cerebras', catalog: 'cerebras' },
  { provider: 'together_ai', catalog: 'together' },
  { provider: 'fireworks_ai', catalog: 'fireworks' },
  { provider: 'openrouter', catalog: 'openrouter' },
  { provider: 'bedrock', catalog: 'aws' },
]
