import type { LMToolCall } from './lm-tool.ts'

/** One part of a message; text may stand alone as a string. */
export type LMContentPart =
  | { type: 'text'; text: string }
  | { type: 'image'; url: string }
  | { type: 'audio'; data: string; format: string }
  | { type: 'file'; data?: string; fileId?: string; filename?: string }
  | {
      type: 'document'
      data: string
      mediaType: string
      title?: string
      context?: string
      /** Asks for quotations from the document, of an LM that can tell them. */
      citations?: boolean
    }

/** One turn of the conversation. */
export interface LMMessage {
  role: 'system' | 'user' | 'assistant' | 'tool'
  content: string | LMContentPart[]
  toolCalls?: LMToolCall[]
  toolCallId?: string
}
