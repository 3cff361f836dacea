/** One message of a conversation to learn from. */
export interface FinetuneMessage {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

/** One conversation in OpenAI's chat format; what its last message says is learned. */
export interface FinetuneRow {
  readonly messages: readonly FinetuneMessage[]
}

/** The rows as the text of a JSONL file. */
export function finetuneJSONL(rows: readonly FinetuneRow[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}
