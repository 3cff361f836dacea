/** Providers that the conventions know by another name than ours. */
const conventionNames: Readonly<Record<string, string>> = {
  azure: 'azure.ai.openai',
  azure_ai: 'azure.ai.inference',
  bedrock: 'aws.bedrock',
  cohere_chat: 'cohere',
  gemini: 'gcp.gemini',
  mistral: 'mistral_ai',
  moonshot: 'moonshot_ai',
  ollama_chat: 'ollama',
  vertex_ai: 'gcp.vertex_ai',
  watsonx: 'ibm.watsonx.ai',
  xai: 'x_ai',
}

/** A model string taken apart into provider and model, as the GenAI conventions name them. */
export function modelAttributes(model: string): { provider: string; model: string } {
  const slash = model.indexOf('/')
  if (slash < 1) return { provider: 'unknown', model }
  const provider = model.slice(0, slash)
  const known = Object.hasOwn(conventionNames, provider) ? conventionNames[provider] : undefined
  return { provider: known ?? provider, model: model.slice(slash + 1) }
}
