import { ownValue } from '../../internal/own-value.ts'
import { setOwnProperty } from '../../internal/set-own-property.ts'
import type { FieldType } from '../../schema/field-type.ts'
import { pythonJSON } from '../../schema/format-value/python-json.ts'
import type { Wording } from '../wording.ts'

/** Writes outputs of a type as one JSON object. */
export function jsonReply(type: FieldType): Wording['reply'] {
  return (outputs, given, missing) => {
    const values: Record<string, unknown> = {}
    for (const { name } of outputs) {
      const value = ownValue(given, name)
      setOwnProperty(values, name, value === undefined ? missing : value)
    }
    return pythonJSON(type, values, { indent: 2 })
  }
}
