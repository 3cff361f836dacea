/** The names of the ready-made chains. */
export type ChainName =
  | 'HIGH_QUALITY'
  | 'COST_OPTIMIZED'
  | 'FAST_LATENCY'
  | 'LOCAL_ONLY'
  | 'CODE_GENERATION'

/** Model strings in the order in which `fallbackChain` asks them; those without a key are passed over. */
export const chains: Readonly<Record<ChainName, readonly string[]>> = {
  HIGH_QUALITY: [
    'anthropic/claude-opus-4-7',
    'openai/gpt-5.5',
    'gemini/gemini-2.5-pro',
    'anthropic/claude-sonnet-4-6',
  ],
  COST_OPTIMIZED: [
    'groq/llama-3.1-8b-instant',
    'openai/gpt-5-nano',
    'gemini/gemini-2.5-flash-lite',
    'openai/gpt-4o-mini',
  ],
  FAST_LATENCY: [
    'groq/llama-3.3-70b-versatile',
    'cerebras/llama-3.3-70b',
    'gemini/gemini-2.5-flash',
    'openai/gpt-4o-mini',
  ],
  LOCAL_ONLY: ['ollama/llama3.2', 'ollama/qwen2.5', 'ollama/mistral'],
  CODE_GENERATION: [
    'anthropic/claude-sonnet-4-6',
    'openai/gpt-5.4',
    'deepseek/deepseek-chat',
    'ollama/qwen2.5-coder',
  ],
}
