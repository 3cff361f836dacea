import { createRequire } from 'node:module'
import type { AISDKModel } from '../ai-sdk-model.ts'

interface Settings {
  name: string
  baseURL: string
  apiKey?: string
  supportsStructuredOutputs?: boolean
}

type Create = (settings: Settings) => (model: string) => AISDKModel

const require = createRequire(import.meta.url)

// Its declarations do not pass this repo's compiler settings, so they are left out of the program.
const module = require('@ai-sdk/openai-compatible') as { createOpenAICompatible: Create }

/** The AI SDK's own provider of compatible servers. */
export const createOpenAICompatible: Create = module.createOpenAICompatible
