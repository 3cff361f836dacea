import type { WireObject } from '../../internal/wire-object.ts'
import { fromContent, type MCPContent } from '../content/from-content.ts'
import { joined } from '../content/joined.ts'

/** A tool's result: its structured content on request, a text, one thing, or a list of texts and things. */
export function toolResult(result: WireObject, mode: 'text' | 'structured'): unknown {
  const structured = result.json('structuredContent')
  if (mode === 'structured' && structured !== undefined) return structured
  const parts = joined(result.objects('content').map(readable))
  if (parts.length === 0) return structured ?? ''
  return parts.length === 1 ? parts[0] : parts
}

/** What a failed tool says. */
export function toolErrorText(result: WireObject): string {
  const texts = result
    .objects('content')
    .map(readable)
    .filter((part) => typeof part === 'string')
  return texts.join('\n') || 'The tool failed and did not say why.'
}

/** A result that is half broken is still a result. */
function readable(block: WireObject): MCPContent {
  try {
    return fromContent(block)
  } catch {
    return `[${block.text('type')} that cannot be read]`
  }
}
