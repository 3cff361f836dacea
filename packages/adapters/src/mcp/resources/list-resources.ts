import { listAll } from '../list-all.ts'
import type { Session } from '../session.ts'
import type { MCPResource } from './mcp-resource.ts'
import { resourceFacts } from './resource-facts.ts'

/** The resources a server lists. */
export async function listResources(
  session: Session,
  signal?: AbortSignal,
): Promise<MCPResource[]> {
  const list = await listAll(session, { method: 'resources/list', key: 'resources' }, signal)
  return list.flatMap((item) => {
    const uri = item.text('uri')
    const size = item.number('size')
    if (uri === undefined) return []
    return [{ uri, ...resourceFacts(item, uri), ...(size === undefined ? {} : { size }) }]
  })
}
