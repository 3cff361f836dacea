import { Tool } from '@ockham/core'
import { redact } from '../../failure/redact.ts'
import type { WireObject } from '../../internal/wire-object.ts'
import { MCPError } from '../mcp-error.ts'
import type { Session } from '../session.ts'
import { toolParameters } from './tool-parameters.ts'
import { toolErrorText, toolResult } from './tool-result.ts'

/** A tool of core's that calls one of the server's, which may go by another name there. */
export function makeTool(
  session: Session,
  { name, item, result }: { name: string; item: WireObject; result: 'text' | 'structured' },
): Tool {
  const theirs = item.text('name') ?? name
  const description = item.text('description') ?? item.text('title')
  return new Tool({
    name,
    ...(description === undefined ? {} : { description }),
    parameters: toolParameters(item),
    async execute(args, { signal }) {
      const params = { name: theirs, arguments: args }
      const answer = await session.request('tools/call', params, signal)
      if (!answer.flag('isError')) return toolResult(answer, result)
      const { label, secrets } = session.about
      throw new MCPError(redact(toolErrorText(answer), secrets), { reason: 'tool', server: label })
    },
  })
}
