import type { LMContentPart, LMMessage } from '@ockham/core'

/** One of our messages as DSPy shows it, whose content blocks are OpenAI's. */
export function asDSPyMessage(message: LMMessage): object {
  const { role, content, toolCalls, toolCallId } = message
  if (role === 'tool') return { role, tool_call_id: toolCallId, content }
  return {
    role,
    content: typeof content === 'string' ? content : content.map(asBlock),
    ...(toolCalls
      ? {
          tool_calls: toolCalls.map(({ id, name, arguments: json }) => ({
            id,
            type: 'function',
            function: { name, arguments: json },
          })),
        }
      : {}),
  }
}

function asBlock(part: LMContentPart): object {
  switch (part.type) {
    case 'text':
      return part
    case 'image':
      return { type: 'image_url', image_url: { url: part.url } }
    case 'audio':
      return { type: 'input_audio', input_audio: { data: part.data, format: part.format } }
    case 'file':
      return {
        type: 'file',
        file: {
          ...(part.data === undefined ? {} : { file_data: part.data }),
          ...(part.fileId === undefined ? {} : { file_id: part.fileId }),
          ...(part.filename === undefined ? {} : { filename: part.filename }),
        },
      }
    case 'document':
      return {
        type: 'document',
        source: { type: 'text', media_type: part.mediaType, data: part.data },
        citations: { enabled: true },
        ...(part.title === undefined ? {} : { title: part.title }),
        ...(part.context === undefined ? {} : { context: part.context }),
      }
    default:
      throw new Error(`unknown part ${JSON.stringify(part)}`)
  }
}
