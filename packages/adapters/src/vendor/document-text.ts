import type { LMContentPart } from '@ockham/core'

type Document = Extract<LMContentPart, { type: 'document' }>

/** A text document as text, title first, for vendors without documents; undefined for others. */
export function documentText({ data, mediaType, title, context }: Document): string | undefined {
  if (!mediaType.startsWith('text/')) return undefined
  return [title, context, data].filter((text) => text).join('\n\n')
}
