import { Audio, Image, type LMContentPart, type LMMessage } from '@ockham/core'
import type { WireObject } from '../../internal/wire-object.ts'
import { fromContent, type MCPContent } from '../content/from-content.ts'
import { failure } from '../server/failure.ts'
import type { Session } from '../session.ts'

/** A prompt of the server's, filled in, as messages. */
export async function getPrompt(
  session: Session,
  name: string,
  args: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): Promise<LMMessage[]> {
  const answer = await session.request('prompts/get', { name, arguments: args }, signal)
  try {
    return answer.objects('messages').map(messageOf)
  } catch (cause) {
    const what = `gave a prompt \`${name}\` that cannot be read.`
    throw failure(session.about, what, { reason: 'protocol', cause })
  }
}

function messageOf(message: WireObject): LMMessage {
  const block = message.object('content')
  const content = block ? fromContent(block) : ''
  return {
    role: message.text('role') === 'assistant' ? 'assistant' : 'user',
    content: typeof content === 'string' ? content : [partOf(content)],
  }
}

function partOf(content: Exclude<MCPContent, string>): LMContentPart {
  if (content instanceof Image) return { type: 'image', url: content.url }
  if (content instanceof Audio) {
    return { type: 'audio', data: content.data, format: content.format }
  }
  const { data, filename } = content
  return {
    type: 'file',
    ...(data === undefined ? {} : { data }),
    ...(filename === undefined ? {} : { filename }),
  }
}
