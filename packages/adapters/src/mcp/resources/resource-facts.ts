import type { WireObject } from '../../internal/wire-object.ts'
import type { MCPResource } from './mcp-resource.ts'

/** What resources and templates of resources have in common. */
export function resourceFacts(item: WireObject, uri: string): Omit<MCPResource, 'uri' | 'size'> {
  const title = item.text('title')
  const description = item.text('description')
  const mediaType = item.text('mimeType')
  return {
    name: item.text('name') ?? uri,
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(mediaType === undefined ? {} : { mediaType }),
  }
}
