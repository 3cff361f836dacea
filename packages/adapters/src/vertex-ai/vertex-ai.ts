import type { LM } from '@ockham/core'
import { claudeCapabilities } from '../anthropic/claude-capabilities.ts'
import { geminiCapabilities } from '../gemini/gemini-capabilities.ts'
import { toGeminiRequest } from '../gemini/to-gemini-request.ts'
import type { Vendor } from '../vendor/vendor.ts'
import { vendorLM } from '../vendor/vendor-lm.ts'
import { connectVertexAI } from './connect-vertex-ai.ts'
import { isClaude } from './is-claude.ts'
import { toVertexClaudeRequest } from './to-vertex-claude-request.ts'
import type { VertexAIOptions } from './vertex-ai-options.ts'
import { projectNames, vertexProject } from './vertex-project.ts'
import { vertexURL } from './vertex-url.ts'

/**
 * A Gemini or Claude model over Google Cloud, such as `vertexAI('gemini-2.5-flash')`. Unless an
 * access token is given, it signs in through the package google-auth-library.
 */
export function vertexAI(model: string, options: VertexAIOptions = {}): LM {
  const { project: _, location: _1, ...others } = options
  const claude = isClaude(model)
  const vendor: Vendor = {
    provider: 'vertex_ai',
    keyNames: [],
    keyRequired: false,
    baseURLNames: ['VERTEXAI_API_BASE'],
    // Asked for when it is needed, as the environment may be filled later.
    get baseURL() {
      return vertexURL(options)
    },
    addressAdvice: `pass the option \`project\` or set ${projectNames.join(' or ')}`,
    local: false,
    priceProvider: 'google',
    capabilities: claude
      ? claudeCapabilities(model)
      : { ...geminiCapabilities(model), logprobs: true },
    generateStreams: true,
    wholeWhen: claude ? 'ended' : 'finished',
    unknownModelAdvice: () => 'Check its name, and that the location of the project serves it.',
    body: claude ? toVertexClaudeRequest : toGeminiRequest,
    connect: (connection) => connectVertexAI(connection, vertexProject(options)),
    explain: () => undefined,
  }
  return vendorLM(vendor, model, others)
}
