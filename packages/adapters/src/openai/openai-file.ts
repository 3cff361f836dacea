import type { LMContentPart } from '@ockham/core'

type File = Extract<LMContentPart, { type: 'file' }>

/** An uploaded file by its id, or one with its data as OpenAI's wires have it. */
export interface OpenAIFile {
  file_data?: string
  file_id?: string
  filename?: string
}

/** A file in OpenAI's words: its data must be a `data:` URL and have a name. */
export function openaiFile({ data, fileId, filename }: File): OpenAIFile {
  if (data === undefined) {
    return {
      ...(fileId !== undefined && { file_id: fileId }),
      ...(filename !== undefined && { filename }),
    }
  }
  const url = data.startsWith('data:') ? data : `data:application/pdf;base64,${data}`
  return { file_data: url, filename: filename ?? 'file' }
}
