import type { Audio, File, Image } from '@ockham/core'
import type { WireObject } from '../../internal/wire-object.ts'
import { fromBlob } from './from-blob.ts'
import { nameInURI } from './name-in-uri.ts'

/** One piece of what a tool or a prompt gives; what has no type here is said in words. */
export type MCPContent = string | Image | Audio | File

export function fromContent(block: WireObject): MCPContent {
  switch (block.text('type')) {
    case 'text':
      return block.text('text') ?? ''
    case 'image':
    case 'audio':
      return fromBlob(block.text('data') ?? '', block.text('mimeType'))
    case 'resource':
      return fromEmbedded(block.object('resource'))
    case 'resource_link':
      return linkText(block)
    default:
      return `[content of the type ${block.text('type') ?? 'unknown'}]`
  }
}

function fromEmbedded(resource: WireObject | undefined): MCPContent {
  const text = resource?.text('text')
  const blob = resource?.text('blob')
  if (text !== undefined) return text
  if (blob === undefined) return '[an empty resource]'
  return fromBlob(blob, resource?.text('mimeType'), nameInURI(resource?.text('uri')))
}

function linkText(link: WireObject): string {
  const words = [link.text('title') ?? link.text('name'), link.text('description')]
  const said = words.filter((word) => word !== undefined).join(': ')
  return `[resource ${link.text('uri') ?? ''}] ${said}`.trimEnd()
}
