import type { LM } from '@ockham/core'
import type { OpenAIOptions } from '../openai/openai.ts'
import type { OpenAIDialect } from '../openai/openai-dialect.ts'
import { openaiWire } from '../openai-responses/openai-wire.ts'
import type { Vendor } from '../vendor/vendor.ts'
import { vendorLM } from '../vendor/vendor-lm.ts'
import { azureConnection } from './azure-connection.ts'
import { azureVendor } from './azure-vendor.ts'

/** Options of a deployment on Azure. */
export interface AzureOptions extends OpenAIOptions {
  /** Such as `2024-10-21`; without one, here and in the environment, the undated v1 API is spoken. */
  apiVersion?: string
}

const dialect: OpenAIDialect = { asksStreamUsage: true, hasReasoningModels: true }

/** A deployment on Azure OpenAI, such as `azure('my-gpt-4o')`; a JWT as key goes as bearer token. */
export function azure(deployment: string, options: AzureOptions = {}): LM {
  const { apiVersion, api = 'chat', ...rest } = options
  const { env = process.env } = rest
  const wire = openaiWire(api, dialect)
  const connect: Vendor['connect'] = (given) => {
    const { connection, query } = azureConnection(given, { deployment, apiVersion, env, api })
    return wire.connect(connection, { ...dialect, query })
  }
  return vendorLM({ ...azureVendor, ...wire, connect }, deployment, rest)
}
