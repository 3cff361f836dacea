/** The TypeScript shape of each special type's values; the classes of the same names make them. */
export interface SpecialTypes {
  /** Earlier turns, each with the fields of the signature. */
  History: { messages: Record<string, unknown>[] }
  /** An http, https, gs or data URL. */
  Image: { url: string }
  /** Base64 data. */
  Audio: { data: string; format: string }
  /** A data URL, or the id of an upload. */
  File: { data?: string; fileId?: string; filename?: string }
  /** Text that can be cited. */
  Document: { data: string; title?: string; mediaType?: string; context?: string }
  Code: string
  Reasoning: string
  Citations: {
    citations: {
      type: string
      citedText: string
      documentIndex: number
      documentTitle?: string
      startCharIndex: number
      endCharIndex: number
      supportedText?: string
    }[]
  }
  Tool: { name: string; description?: string; parameters: Record<string, unknown> }
  ToolCall: { id?: string; name: string; args: Record<string, unknown> }
  ToolCalls: {
    toolCalls: { id?: string; name: string; args: Record<string, unknown> }[]
    toolCallResults?: { callId?: string; name: string; value: unknown; isError: boolean }[]
  }
}
