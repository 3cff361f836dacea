/** How servers that speak OpenAI's chat wire differ. */
export interface OpenAIDialect {
  /** Usage in streams must be asked for, and servers that do not know the field reject it. */
  readonly asksStreamUsage: boolean
  /** OpenAI's reasoning models take other names and fewer settings. */
  readonly hasReasoningModels: boolean
  /** It takes no JSON together with tools; then the prompt alone asks for it. */
  readonly jsonOrTools?: boolean
  /** Added to every address. */
  readonly query?: Readonly<Record<string, string>>
}
