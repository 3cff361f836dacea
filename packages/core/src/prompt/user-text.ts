import { ownValue } from '../internal/own-value.ts'
import { pythonStrip } from '../internal/python-strip.ts'
import type { Field } from '../signature/field.ts'
import type { Demo } from './adapter.ts'
import type { Wording } from './wording.ts'

const gap = '\n\n'

/** What a user's message says of some fields, one that `values` lacks left out, after and before other words. */
export function userText(
  fields: readonly Field[],
  values: Demo,
  { input }: Pick<Wording, 'input'>,
  { opening, closing }: { opening?: string | undefined; closing?: string | undefined } = {},
): string {
  let text = opening ?? ''
  for (const field of fields) {
    const value = ownValue(values, field.name)
    if (value !== undefined) text += `${text === '' ? '' : gap}${input(field, value)}`
  }
  if (closing !== undefined) text += `${text === '' ? '' : gap}${closing}`
  return pythonStrip(text)
}
