/** The fields read of one model in LiteLLM's list. */
export interface LiteLLMEntry {
  litellm_provider?: string
  mode?: string
  max_input_tokens?: number | string
  max_output_tokens?: number | string
  deprecation_date?: string
  supports_function_calling?: boolean
  supports_response_schema?: boolean
  supports_vision?: boolean
  supports_audio_input?: boolean
  supports_reasoning?: boolean
  input_cost_per_token?: number
  output_cost_per_token?: number
  cache_read_input_token_cost?: number
  cache_creation_input_token_cost?: number
  input_cost_per_token_flex?: number
  output_cost_per_token_flex?: number
  input_cost_per_token_priority?: number
  output_cost_per_token_priority?: number
}
