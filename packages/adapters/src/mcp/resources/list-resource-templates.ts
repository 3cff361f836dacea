import { listAll } from '../list-all.ts'
import type { Session } from '../session.ts'
import type { MCPResourceTemplate } from './mcp-resource-template.ts'
import { resourceFacts } from './resource-facts.ts'

/** The patterns of resources a server lists. */
export async function listResourceTemplates(
  session: Session,
  signal?: AbortSignal,
): Promise<MCPResourceTemplate[]> {
  const method = 'resources/templates/list'
  const list = await listAll(session, { method, key: 'resourceTemplates' }, signal)
  return list.flatMap((item) => {
    const uriTemplate = item.text('uriTemplate')
    return uriTemplate === undefined ? [] : [{ uriTemplate, ...resourceFacts(item, uriTemplate) }]
  })
}
