import { tierPrice } from '../../embedded/tier-price.ts'
import type { CatalogProvider } from './catalog-provider.ts'

// What stands before the slash in the names of gateways, and whose model it is.
const makers = {
  openai: 'openai',
  anthropic: 'anthropic',
  google: 'gemini',
  'x-ai': 'xai',
  xai: 'xai',
  deepseek: 'deepseek',
  'deepseek-ai': 'deepseek',
  mistralai: 'mistral',
  'mistral-ai': 'mistral',
  mistral: 'mistral',
  cohere: 'cohere',
  perplexity: 'perplexity',
}

/** Every provider the catalog knows something of. */
export const catalogProviders: readonly CatalogProvider[] = [
  { name: 'openai', prices: 'openai' },
  { name: 'azure', synonyms: ['azure_openai'], prices: 'azure', passesOn: { '': 'openai' } },
  { name: 'azure_ai', prices: 'azure', passesOn: makers },
  { name: 'anthropic', synonyms: ['claude'], prices: 'anthropic' },
  { name: 'gemini', synonyms: ['google', 'google_ai_studio'], prices: 'google' },
  {
    name: 'vertex_ai',
    synonyms: ['vertex'],
    prices: 'google',
    passesOn: { ...makers, '': 'gemini' },
  },
  { name: 'mistral', synonyms: ['mistralai'], prices: 'mistral' },
  { name: 'codestral', prices: 'mistral', passesOn: { '': 'mistral' } },
  { name: 'together_ai', synonyms: ['together', 'togetherai'], prices: 'together' },
  { name: 'cohere', synonyms: ['cohere_chat'], prices: 'cohere' },
  { name: 'replicate' },
  { name: 'groq', prices: 'groq', sameTierPrice: true },
  { name: 'deepseek', prices: 'deepseek' },
  { name: 'xai', synonyms: ['x-ai', 'grok'], prices: 'x-ai' },
  { name: 'openrouter', prices: 'openrouter', passesOn: makers },
  { name: 'fireworks_ai', synonyms: ['fireworks'], prices: 'fireworks' },
  { name: 'perplexity', prices: 'perplexity', searches: true },
  { name: 'cerebras', prices: 'cerebras' },
  { name: 'nvidia_nim', synonyms: ['nvidia'] },
  { name: 'deepinfra' },
  { name: 'huggingface', synonyms: ['hf'] },
  { name: 'databricks' },
  { name: 'github', passesOn: makers },
  { name: 'bedrock', synonyms: ['aws', 'bedrock_converse'], prices: 'aws' },
  { name: 'litellm_proxy' },
  { name: 'hosted_vllm', synonyms: ['vllm'] },
  { name: 'ollama', synonyms: ['ollama_chat'], local: true },
  { name: 'lm_studio', synonyms: ['lmstudio'], local: true },
  { name: 'llamafile', local: true },
  { name: 'embedded', local: true, rates: tierPrice },
]
