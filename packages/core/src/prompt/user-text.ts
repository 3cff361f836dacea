import { ownValue } from '../internal/own-value.ts'
import { pythonStrip } from '../internal/python-strip.ts'
import type { Field } from '../signature/field.ts'
import type { Demo } from './adapter.ts'
import type { Wording } from './wording.ts'

/** What a user's message says of some fields, one that `values` lacks left out, after and before other words. */
export function userText(
  fields: readonly Field[],
  values: Demo,
  { input }: Pick<Wording, 'input'>,
  { opening, closing }: { opening?: string; closing?: string } = {},
): string {
  const parts: string[] = opening === undefined ? [] : [opening]
  for (const field of fields) {
    const value = ownValue(values, field.name)
    if (value !== undefined) parts.push(input(field, value))
  }
  if (closing !== undefined) parts.push(closing)
  return pythonStrip(parts.join('\n\n'))
}
