import type { LMCapabilities } from '@ockham/core'
import { claudeVersion } from './claude-version.ts'

const firstWithSchemas = 405
const firstWithCitations = 305
const firstWithThoughts = 307

/** What a Claude model can enforce, wherever it is served. */
export function claudeCapabilities(model: string): LMCapabilities {
  const version = claudeVersion(model)
  return {
    tools: true,
    jsonSchema: version >= firstWithSchemas,
    citations: version >= firstWithCitations,
    reasoning: version >= firstWithThoughts,
  }
}
