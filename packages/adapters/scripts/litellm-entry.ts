/** The fields read of one model in LiteLLM's list; prices are dollars per token. */
export interface LiteLLMEntry {
  readonly litellm_provider?: string
  readonly mode?: string
  readonly max_input_tokens?: number | string
  readonly max_output_tokens?: number | string
  readonly deprecation_date?: string
  /** `supports_…`, `…_cost…`, and much that is not read. */
  readonly [field: string]: unknown
}
