import { jsonString } from '../../internal/json-string.ts'
import { ownValue } from '../../internal/own-value.ts'
import { pythonJSON } from '../../schema/format-value/python-json.ts'
import type { Field } from '../../signature/field.ts'
import type { Demo } from '../adapter.ts'

const layout = { indent: 2, depth: 1 }

/** Outputs as one JSON object, a line each; one that `values` lacks is `missing`. */
export function jsonReply(outputs: readonly Field[], values: Demo, missing: string | null): string {
  let text = ''
  for (const { name, type } of outputs) {
    const value = ownValue(values, name)
    const written = pythonJSON(type, value === undefined ? missing : value, layout)
    text += `${text === '' ? '' : ','}\n  ${jsonString(name)}: ${written}`
  }
  return text === '' ? '{}' : `{${text}\n}`
}
