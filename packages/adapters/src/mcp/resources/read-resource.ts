import { type Audio, Document, type File, type Image } from '@ockham/core'
import type { WireObject } from '../../internal/wire-object.ts'
import { fromBlob } from '../content/from-blob.ts'
import { nameInURI } from '../content/name-in-uri.ts'
import { failure } from '../server/failure.ts'
import type { Session } from '../session.ts'

/** What a resource holds: a text is a `Document`, titled by its URI, other things are what their type says. */
export type MCPResourceContent = Document | Image | Audio | File

/** Reads a resource, of which a folder, say, may have several contents. */
export async function readResource(
  session: Session,
  uri: string,
  signal?: AbortSignal,
): Promise<MCPResourceContent[]> {
  const answer = await session.request('resources/read', { uri }, signal)
  return answer.objects('contents').map((item) => {
    try {
      return contentOf(item, uri)
    } catch (cause) {
      const what = `gave a content of ${uri} that cannot be read.`
      throw failure(session.about, what, { reason: 'protocol', cause })
    }
  })
}

function contentOf(item: WireObject, asked: string): MCPResourceContent {
  const uri = item.text('uri') ?? asked
  const blob = item.text('blob')
  return blob === undefined
    ? new Document({ data: item.text('text') ?? '', title: uri })
    : fromBlob(blob, item.text('mimeType'), nameInURI(uri))
}
