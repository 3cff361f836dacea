import type { LMCapabilities } from '@ockham/core'
import type { CompatibleProvider } from './compatible-provider.ts'

// What a row promises holds for most of its models; the prompt adapters manage without.
const schemas: LMCapabilities = { jsonSchema: true, jsonObject: true, tools: true }
const objects: LMCapabilities = { jsonObject: true, tools: true }
const tools: LMCapabilities = { tools: true }

/** Providers that `lm('<name>/<model>')` reaches over the `openai` package. */
export const compatibleProviders: readonly CompatibleProvider[] = [
  {
    name: 'mistral',
    baseURL: 'https://api.mistral.ai/v1',
    baseURLNames: ['MISTRAL_API_BASE'],
    keyNames: ['MISTRAL_API_KEY'],
    priceProvider: 'mistral',
    capabilities: objects,
  },
  {
    name: 'codestral',
    baseURL: 'https://codestral.mistral.ai/v1',
    baseURLNames: ['CODESTRAL_API_BASE'],
    keyNames: ['CODESTRAL_API_KEY'],
    priceProvider: 'mistral',
    capabilities: objects,
  },
  {
    name: 'together_ai',
    aliases: ['together'],
    baseURL: 'https://api.together.xyz/v1',
    baseURLNames: ['TOGETHER_AI_API_BASE', 'TOGETHER_API_BASE'],
    keyNames: [
      'TOGETHER_API_KEY',
      'TOGETHER_AI_API_KEY',
      'TOGETHERAI_API_KEY',
      'TOGETHER_AI_TOKEN',
    ],
    priceProvider: 'together',
    capabilities: objects,
  },
  {
    name: 'groq',
    baseURL: 'https://api.groq.com/openai/v1',
    baseURLNames: ['GROQ_API_BASE'],
    keyNames: ['GROQ_API_KEY'],
    jsonOrTools: true,
    asksStreamUsage: true,
    priceProvider: 'groq',
    capabilities: objects,
    // Its other thinking models refuse the efforts we name.
    tellsThoughts: /gpt-oss/,
  },
  {
    name: 'deepseek',
    baseURL: 'https://api.deepseek.com/beta',
    baseURLNames: ['DEEPSEEK_API_BASE'],
    keyNames: ['DEEPSEEK_API_KEY'],
    asksStreamUsage: true,
    priceProvider: 'deepseek',
    capabilities: objects,
    tellsThoughts: /./,
  },
  {
    name: 'xai',
    baseURL: 'https://api.x.ai/v1',
    baseURLNames: ['XAI_API_BASE'],
    keyNames: ['XAI_API_KEY'],
    asksStreamUsage: true,
    priceProvider: 'x-ai',
    capabilities: schemas,
  },
  {
    name: 'openrouter',
    baseURL: 'https://openrouter.ai/api/v1',
    baseURLNames: ['OPENROUTER_BASE_URL', 'OPENROUTER_API_BASE'],
    keyNames: ['OPENROUTER_API_KEY'],
    asksStreamUsage: true,
    priceProvider: 'openrouter',
    capabilities: tools,
    // OpenAI keeps the thoughts of its models.
    tellsThoughts: /^(?!openai\/)/,
  },
  {
    name: 'fireworks_ai',
    baseURL: 'https://api.fireworks.ai/inference/v1',
    baseURLNames: ['FIREWORKS_AI_API_BASE'],
    keyNames: ['FIREWORKS_API_KEY', 'FIREWORKS_AI_API_KEY'],
    priceProvider: 'fireworks',
    capabilities: objects,
  },
  {
    // Its chat completions ended in September 2026.
    name: 'perplexity',
    baseURL: 'https://api.perplexity.ai/v1',
    api: 'responses',
    modelPrefix: 'perplexity/',
    baseURLNames: ['PERPLEXITY_API_BASE', 'PERPLEXITYAI_API_BASE'],
    keyNames: ['PERPLEXITYAI_API_KEY', 'PERPLEXITY_API_KEY'],
    priceProvider: 'perplexity',
    capabilities: {},
  },
  {
    name: 'cerebras',
    baseURL: 'https://api.cerebras.ai/v1',
    baseURLNames: ['CEREBRAS_API_BASE'],
    keyNames: ['CEREBRAS_API_KEY'],
    priceProvider: 'cerebras',
    capabilities: objects,
  },
  {
    name: 'nvidia_nim',
    baseURL: 'https://integrate.api.nvidia.com/v1',
    baseURLNames: ['NVIDIA_NIM_API_BASE'],
    keyNames: ['NVIDIA_NIM_API_KEY'],
    capabilities: tools,
  },
  {
    name: 'deepinfra',
    baseURL: 'https://api.deepinfra.com/v1/openai',
    baseURLNames: ['DEEPINFRA_API_BASE'],
    keyNames: ['DEEPINFRA_API_KEY'],
    capabilities: objects,
  },
  {
    name: 'huggingface',
    baseURL: 'https://router.huggingface.co/v1',
    baseURLNames: ['HUGGINGFACE_API_BASE', 'HF_API_BASE'],
    keyNames: ['HF_TOKEN', 'HUGGINGFACE_API_KEY'],
    capabilities: tools,
  },
  {
    // Foundry's own address is `https://<resource>.services.ai.azure.com/openai/v1`.
    name: 'azure_ai',
    baseURLNames: ['AZURE_AI_API_BASE'],
    keyNames: ['AZURE_AI_API_KEY'],
    capabilities: tools,
  },
  {
    name: 'databricks',
    baseURLNames: ['DATABRICKS_API_BASE'],
    keyNames: ['DATABRICKS_API_KEY'],
    capabilities: tools,
  },
  {
    name: 'github',
    // The older address, models.inference.ai.azure.com, was switched off in October 2025.
    baseURL: 'https://models.github.ai/inference',
    baseURLNames: ['GITHUB_API_BASE'],
    keyNames: ['GITHUB_API_KEY', 'GITHUB_TOKEN'],
    capabilities: tools,
  },
  {
    name: 'litellm_proxy',
    baseURLNames: ['LITELLM_PROXY_API_BASE'],
    keyNames: ['LITELLM_PROXY_API_KEY'],
    keyless: true,
    asksStreamUsage: true,
    capabilities: tools,
  },
  {
    name: 'hosted_vllm',
    baseURLNames: ['HOSTED_VLLM_API_BASE'],
    keyNames: ['HOSTED_VLLM_API_KEY'],
    keyless: true,
    asksStreamUsage: true,
    capabilities: { jsonSchema: true, jsonObject: true },
  },
  {
    name: 'lm_studio',
    baseURL: 'http://localhost:1234/v1',
    baseURLNames: ['LM_STUDIO_API_BASE', 'LM_STUDIO_BASE_URL', 'LM_STUDIO_URL'],
    keyNames: ['LM_STUDIO_API_KEY'],
    keyless: true,
    local: true,
    asksStreamUsage: true,
    capabilities: { jsonSchema: true },
  },
  {
    name: 'llamafile',
    baseURL: 'http://localhost:8080/v1',
    baseURLNames: ['LLAMAFILE_API_BASE', 'LLAMAFILE_BASE_URL', 'LLAMAFILE_URL'],
    keyless: true,
    local: true,
    capabilities: {},
  },
]
