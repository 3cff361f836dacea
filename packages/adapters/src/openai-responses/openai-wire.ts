import { connectOpenAI } from '../openai/connect-openai.ts'
import type { OpenAIDialect } from '../openai/openai-dialect.ts'
import { toOpenAIRequest } from '../openai/to-openai-request.ts'
import type { Ask, Connection, Vendor } from '../vendor/vendor.ts'
import { connectResponses } from './connect-responses.ts'
import { toResponsesRequest } from './to-responses-request.ts'

/** What is different about a vendor by the API of OpenAI's that it is spoken to in. */
export interface OpenAIWire extends Pick<Vendor, 'wholeWhen' | 'body'> {
  connect(connection: Connection, dialect?: OpenAIDialect): Promise<Ask>
}

/** Chat completions, or responses. */
export function openaiWire(api: 'chat' | 'responses', dialect: OpenAIDialect): OpenAIWire {
  if (api === 'chat') {
    return {
      wholeWhen: 'finished',
      body: (request) => toOpenAIRequest(request, dialect),
      connect: (connection, own = dialect) => connectOpenAI(connection, own),
    }
  }
  return {
    wholeWhen: 'ended',
    body: toResponsesRequest,
    connect: (connection, own = dialect) => connectResponses(connection, own),
  }
}
