import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'

/** A quotation from a text document; those from pages have no place among characters and are left out. */
export function anthropicCitation(citation: WireObject): ReplyPart[] {
  const citedText = citation.text('cited_text')
  const documentIndex = citation.number('document_index')
  const startCharIndex = citation.number('start_char_index')
  const endCharIndex = citation.number('end_char_index')
  const documentTitle = citation.text('document_title')
  if (citedText === undefined || documentIndex === undefined) return []
  if (startCharIndex === undefined || endCharIndex === undefined) return []
  return [
    {
      type: 'citation',
      index: 0,
      citation: {
        type: 'char_location',
        citedText,
        documentIndex,
        ...(documentTitle === undefined ? {} : { documentTitle }),
        startCharIndex,
        endCharIndex,
      },
    },
  ]
}
