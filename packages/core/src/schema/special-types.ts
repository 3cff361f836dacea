/** The TypeScript shape of each special type's values. */
export interface SpecialTypes {
  History: { messages: Record<string, unknown>[] }
  Image: { url: string }
  Audio: { data: string; format: string }
  File: { data?: string; fileId?: string; filename?: string }
  Document: { data: string; title?: string; mediaType?: string; context?: string }
  Code: string
  Reasoning: string
  Tool: { name: string; description?: string; parameters: Record<string, unknown> }
  ToolCalls: { toolCalls: { name: string; args: Record<string, unknown> }[] }
}
