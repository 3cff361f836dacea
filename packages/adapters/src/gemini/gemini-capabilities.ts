import type { LMCapabilities } from '@ockham/core'
import { geminiVersion } from './gemini-version.ts'

const firstWithThinking = 205

/** What a model of Gemini's wire can enforce and take; Gemma is served there too and can do less. */
export function geminiCapabilities(model: string): LMCapabilities {
  if (model.startsWith('gemma')) return { vision: true }
  return {
    jsonSchema: true,
    jsonObject: true,
    tools: true,
    vision: true,
    audio: true,
    reasoning: geminiVersion(model) >= firstWithThinking,
  }
}
