/** Whether Vertex AI serves the model for Anthropic, over Anthropic's wire. */
export function isClaude(model: string): boolean {
  return model.startsWith('claude-')
}
