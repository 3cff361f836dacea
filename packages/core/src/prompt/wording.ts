import type { Field } from '../signature/field.ts'
import type { Demo } from './adapter.ts'
import type { Template } from './template.ts'

/** How an adapter writes its side of a conversation. */
export interface Wording extends Template {
  /** An input field with its value, as a user's message shows it. */
  input(field: Field, value: unknown): string
  /** The reply with these outputs; `missing` stands for one that `values` lacks, null for None. */
  reply(outputs: readonly Field[], values: Demo, missing: string | null): string
}
