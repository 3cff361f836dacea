/** Our providers, by LiteLLM's names of them; the snapshot holds no others. */
export const snapshotProviders: Readonly<Record<string, string>> = {
  openai: 'openai',
  azure: 'azure',
  anthropic: 'anthropic',
  gemini: 'gemini',
  'vertex_ai-language-models': 'vertex_ai',
  'vertex_ai-anthropic_models': 'vertex_ai',
  'vertex_ai-mistral_models': 'vertex_ai',
  'vertex_ai-llama_models': 'vertex_ai',
  'vertex_ai-deepseek_models': 'vertex_ai',
  'vertex_ai-openai_models': 'vertex_ai',
  'vertex_ai-qwen_models': 'vertex_ai',
  mistral: 'mistral',
  codestral: 'codestral',
  together_ai: 'together_ai',
  cohere_chat: 'cohere',
  replicate: 'replicate',
  groq: 'groq',
  deepseek: 'deepseek',
  xai: 'xai',
  fireworks_ai: 'fireworks_ai',
  perplexity: 'perplexity',
  cerebras: 'cerebras',
  deepinfra: 'deepinfra',
  databricks: 'databricks',
  bedrock: 'bedrock',
  bedrock_converse: 'bedrock',
}

/** Providers that the price list leaves out; their prices come with the snapshot. */
export const pricedBySnapshot: ReadonlySet<string> = new Set([
  'deepinfra',
  'databricks',
  'replicate',
])
